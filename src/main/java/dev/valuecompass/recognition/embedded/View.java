package dev.valuecompass.recognition.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One answer as it looks from one value: a value counts as shown where a sentence or two show it, however much else the answer
 * says. In an opinion every sentence of a key point is read alone; any other answer is read as a whole, with the item's last
 * words where these are joined, and by default in pairs of sentences too, since a story is more than its sentences.
 *
 * @param whole of the answer beside its parts; null for an opinion, and where the answer alone is the only part
 * @param parts at least one
 */
public record View(AnswerForm form, Features whole, List<Features> parts) {
    private static final int SENTENCES_OF_AN_OPINION = 1;
    private static final int SENTENCES_OF_OTHERS = 2;

    /** One for each prototype of the system, in its order. */
    public static List<View> of(UnitReader.AnswerUnits answer, List<Prototype> system) {
        List<List<Features>> parts =
                parts(answer).stream().map(part -> Features.of(part, system)).toList();
        Unit first = answer.units().get(0);
        boolean beside = answer.form() == AnswerForm.FREE && (!answer.whole() || first.joined() != null);
        List<Features> wholes = beside ? Features.of(first, system) : null;
        return IntStream.range(0, system.size())
                .mapToObj(column -> new View(
                        answer.form(),
                        wholes == null ? null : wholes.get(column),
                        parts.stream().map(part -> part.get(column)).toList()))
                .toList();
    }

    /** The parts of an answer in the order of {@link #parts}. */
    static List<Unit> parts(UnitReader.AnswerUnits answer) {
        if (answer.whole()) {
            return answer.units().stream().map(Unit::alone).toList();
        }
        int length = answer.form() == AnswerForm.OPINION ? SENTENCES_OF_AN_OPINION : SENTENCES_OF_OTHERS;
        List<Unit> parts = new ArrayList<>();
        answer.units().forEach(unit -> parts.addAll(unit.runs(length)));
        return parts;
    }
}
