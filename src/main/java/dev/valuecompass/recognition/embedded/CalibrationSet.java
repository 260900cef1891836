package dev.valuecompass.recognition.embedded;

import dev.valuecompass.io.Digest;
import dev.valuecompass.recognition.LabelledAnswer;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Labelled answers to calibrate on: each as it is, and each written into one with another answer about another value, since
 * answers of models speak of several values at once and labelled ones hardly do.
 */
final class CalibrationSet {
    static final int FOLDS = 5;

    private final Theory theory;
    private final UnitReader reader;
    private final Map<String, List<Prototype>> prototypes = new TreeMap<>();

    private record FoldedAnswer(LabelledAnswer labelled, UnitReader.AnswerUnits answer, int fold) {}

    CalibrationSet(Theory theory, UnitReader reader) {
        this.theory = theory;
        this.reader = reader;
    }

    /** The part of the answers, from 0, in which this prompt is left out. */
    static int fold(String prompt) {
        return (int) (TrainingExamples.share(prompt) * FOLDS);
    }

    List<CalibrationAnswer> of(List<LabelledAnswer> answers) {
        List<FoldedAnswer> read = answers.stream()
                .map(one -> new FoldedAnswer(one, answer(one), fold(one.prompt())))
                .filter(one -> !one.answer().units().isEmpty())
                .toList();
        List<CalibrationAnswer> trials = new ArrayList<>();
        read.forEach(one -> trials.add(trial(one.labelled(), one.answer(), one.fold())));
        for (FoldedAnswer one : read) {
            // Lines of other sources are too long to be written into one.
            if (one.labelled().source().isEmpty()) {
                partner(one, read)
                        .ifPresent(other -> trials.add(trial(one.labelled(), joined(one, other), one.fold())));
            }
        }
        return List.copyOf(trials);
    }

    private UnitReader.AnswerUnits answer(LabelledAnswer one) {
        return reader.read(one.answer(), one.opinion(), one.prompt(), theory.reader(one.system()));
    }

    private CalibrationAnswer trial(LabelledAnswer labelled, UnitReader.AnswerUnits answer, int fold) {
        ValueSystem system = theory.system(labelled.system());
        List<Prototype> values = prototypes.computeIfAbsent(system.id(), id -> Prototype.of(system, reader));
        View view = View.of(answer, values).get(system.dimensionIds().indexOf(labelled.dimension()));
        return new CalibrationAnswer(fold, system.id(), labelled.dimension(), view, labelled.label());
    }

    /** Of the same fold, so that no prompt is on both sides, and about a value that is far from this one. */
    private Optional<FoldedAnswer> partner(FoldedAnswer one, List<FoldedAnswer> all) {
        ValueSystem system = theory.system(one.labelled().system());
        return all.stream()
                .filter(other -> other.fold() == one.fold()
                        && other.labelled().source().isEmpty()
                        && other.labelled().system().equals(system.id())
                        && other.answer().form() == one.answer().form())
                .filter(other -> TrainingExamples.far(
                        system, one.labelled().dimension(), other.labelled().dimension()))
                .filter(other ->
                        !other.labelled().answer().equals(one.labelled().answer()))
                .min(Comparator.comparing(other -> Digest.sha256(
                        other.labelled().answer() + "|" + one.labelled().dimension() + "|"
                                + one.labelled().answer())));
    }

    private static UnitReader.AnswerUnits joined(FoldedAnswer one, FoldedAnswer other) {
        List<Unit> own = one.answer().units();
        List<Unit> others = other.answer().units();
        boolean first = Digest.sha256(one.labelled().answer())
                        .compareTo(Digest.sha256(other.labelled().answer()))
                < 0;
        return new UnitReader.AnswerUnits(
                one.answer().form(),
                one.answer().whole(),
                IntStream.range(0, own.size())
                        .mapToObj(i -> first
                                ? own.get(i).with(others.get(i % others.size()))
                                : others.get(i % others.size()).with(own.get(i)))
                        .toList());
    }
}
