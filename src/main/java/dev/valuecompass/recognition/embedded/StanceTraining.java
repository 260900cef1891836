package dev.valuecompass.recognition.embedded;

import dev.valuecompass.recognition.LabelledAnswer;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns whether a text rejects a value, from pairs of texts that differ in little else: one for and one against, one that
 * regrets and one that does not, one meant and one ironic. All values share the weights, so they hold for values never seen;
 * the curve is fitted on values that were left out.
 */
final class StanceTraining {
    private static final int FOLDS = 9;

    private final Theory theory;
    private final UnitReader reader;
    private final RegressionProblem problems;
    private final Map<String, List<Prototype>> prototypes = new TreeMap<>();

    /** @param width dimensions of a sentence vector */
    StanceTraining(Theory theory, UnitReader reader, int width) {
        this.theory = theory;
        this.reader = reader;
        this.problems = new RegressionProblem(width);
    }

    Head fit(List<LabelledAnswer> contrasts) {
        List<CalibrationAnswer> texts = texts(contrasts);
        double[] scores = heldOut(texts);
        double[] curve = RegressionProblem.calibrate(scores, rejected(texts), false);
        double[] rounded = {SignificantDigits.of(curve[0]), SignificantDigits.of(curve[1])};
        return new Head(weights(texts, text -> true).general(), Map.of(), Map.of(), Map.of(Head.GENERAL, rounded));
    }

    /**
     * Each text seen from its own value, and from values far from it, which it neither holds nor rejects: else the head would
     * learn what a rejection sounds like, and not of what.
     */
    List<CalibrationAnswer> texts(List<LabelledAnswer> contrasts) {
        List<String> values = List.copyOf(
                new TreeSet<>(contrasts.stream().map(StanceTraining::value).toList()));
        return contrasts.stream()
                .flatMap(one -> texts(one, values.indexOf(value(one)) % FOLDS))
                .toList();
    }

    private Stream<CalibrationAnswer> texts(LabelledAnswer one, int fold) {
        ValueSystem system = theory.system(one.system());
        List<View> views = View.of(
                reader.read(one.answer(), one.opinion(), one.prompt(), theory.reader(system.id())),
                prototypes.computeIfAbsent(system.id(), id -> Prototype.of(system, reader)));
        return Stream.concat(Stream.of(one.dimension()), TrainingExamples.contrasts(system, one).stream())
                .map(value -> new CalibrationAnswer(
                        fold,
                        system.id(),
                        value,
                        views.get(system.dimensionIds().indexOf(value)),
                        value.equals(one.dimension()) ? one.label() : 0));
    }

    private static String value(LabelledAnswer one) {
        return one.system() + "/" + one.dimension();
    }

    /** Scores by heads that were fitted without the value, in the order of the texts. */
    double[] heldOut(List<CalibrationAnswer> texts) {
        List<Head> heads = IntStream.range(0, FOLDS)
                .mapToObj(out -> weights(texts, text -> text.fold() != out))
                .toList();
        return texts.stream()
                .mapToDouble(text -> HeadScore.of(heads.get(text.fold()), text.system(), text.dimension(), text.view())
                        .answer())
                .toArray();
    }

    /** @return a head without a curve */
    private Head weights(List<CalibrationAnswer> texts, Predicate<CalibrationAnswer> in) {
        List<CalibrationAnswer> chosen = texts.stream().filter(in).toList();
        List<TrainingExample> readings = chosen.stream()
                .map(text -> new TrainingExample(
                        0, text.system(), text.dimension(), text.view().form(), whole(text.view()), text.label()))
                .toList();
        return new Head(problems.general(readings, rejected(chosen)), Map.of(), Map.of(), Map.of());
    }

    private static Features whole(View view) {
        return view.whole() == null ? view.parts().get(0) : view.whole();
    }

    private static boolean[] rejected(List<CalibrationAnswer> texts) {
        boolean[] rejected = new boolean[texts.size()];
        for (int i = 0; i < rejected.length; i++) {
            rejected[i] = texts.get(i).label() < 0;
        }
        return rejected;
    }
}
