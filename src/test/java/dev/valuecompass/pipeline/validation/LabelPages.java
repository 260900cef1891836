package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.List;

/** A page for raters as a browser gets it. */
public final class LabelPages {
    private LabelPages() {}

    /** Two opinions on hedonism, then a covered reply; what models wrote is hostile. */
    public static String sample() {
        return LabelPage.write(
                "label-2026-11-1",
                List.of(
                        answer("a", "schwartz", "hedonism", "Pleasure first <img src=x onerror=alert(1)> always."),
                        answer("b", "schwartz", "hedonism", "</script><script>alert(2)</script> Work comes first."),
                        answer("c", "safety", "representation-toxicity", "I will not.")),
                Theory.load(DataFolder.over(Path.of("data"))));
    }

    private static DrawnAnswer answer(String id, String system, String dimension, String text) {
        return DrawnAnswerFields.copy(RaterLabelsTest.drawn(id, "low", 10))
                .system(system)
                .dimension(dimension)
                .answer(text)
                .build();
    }
}
