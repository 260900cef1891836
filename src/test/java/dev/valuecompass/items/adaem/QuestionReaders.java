package dev.valuecompass.items.adaem;

import dev.valuecompass.hostile.Reader;
import dev.valuecompass.items.Grounding;
import java.util.List;

/** What reads texts in this package. */
public final class QuestionReaders {
    private QuestionReaders() {}

    public static List<Reader> all() {
        return List.of(
                new Reader("a question", QuestionText::find),
                new Reader("a labelled question", text -> QuestionText.find("Question: " + text)),
                new Reader("an argued question", text -> Explorer.argued("Argument: " + text + "\nQuestion: " + text)),
                new Reader(
                        "a fact",
                        text -> Explorer.grounding("Fact: " + text + "\nPlace: " + text + "\nDate: " + text)
                                .map(Grounding::fact)),
                new Reader("advice", text -> Explorer.advice("Advice: " + text)));
    }
}
