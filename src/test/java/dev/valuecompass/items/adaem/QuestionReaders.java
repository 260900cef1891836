package dev.valuecompass.items.adaem;

import dev.valuecompass.hostile.Reader;
import java.util.List;

/** What reads texts in this package. */
public final class QuestionReaders {
    private QuestionReaders() {}

    public static List<Reader> all() {
        return List.of(
                new Reader("a question", QuestionText::find),
                new Reader("a labelled question", text -> QuestionText.find("Question: " + text)),
                new Reader("circumstances", text -> Explorer.circumstances("Circumstances: " + text)),
                new Reader("advice", text -> Explorer.advice("Advice: " + text)));
    }
}
