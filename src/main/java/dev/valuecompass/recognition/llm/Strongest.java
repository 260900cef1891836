package dev.valuecompass.recognition.llm;

import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.Label;
import java.util.ArrayList;
import java.util.List;

/** From marked concepts to one judgement of a value. */
final class Strongest {
    private static final double EVEN = 0.5;

    private Strongest() {}

    /**
     * The strongest mark of half or more decides; of equals, the one in favour. Without one the value is not shown, the
     * more certainly the weaker the marks are.
     *
     * @param marks one for each concept, in the same order
     */
    static Judgement of(String value, List<Concept> concepts, List<Marking.MarkedLabel> marks) {
        double shown = highest(value, concepts, marks, Label.EXPRESSES);
        double opposed = highest(value, concepts, marks, Label.OPPOSES);
        double strongest = Math.max(shown, opposed);
        if (strongest < EVEN) {
            return new Judgement(value, Label.NOT, 1 - strongest, List.of());
        }
        Label label = shown >= opposed ? Label.EXPRESSES : Label.OPPOSES;
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < concepts.size(); i++) {
            boolean supports = concepts.get(i).dimension().equals(value)
                    && marks.get(i).label() == label
                    && marks.get(i).strength() >= EVEN;
            Evidence words = concepts.get(i).evidence();
            if (supports && evidence.stream().noneMatch(words::sameSpan)) {
                evidence.add(words.about(concepts.get(i).text()));
            }
        }
        return new Judgement(value, label, strongest, List.copyOf(evidence));
    }

    private static double highest(String value, List<Concept> concepts, List<Marking.MarkedLabel> marks, Label label) {
        double highest = 0;
        for (int i = 0; i < concepts.size(); i++) {
            if (concepts.get(i).dimension().equals(value) && marks.get(i).label() == label) {
                highest = Math.max(highest, marks.get(i).strength());
            }
        }
        return highest;
    }
}
