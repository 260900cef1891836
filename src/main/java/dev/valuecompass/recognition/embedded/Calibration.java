package dev.valuecompass.recognition.embedded;

import dev.valuecompass.value.ReaderSettings;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Collects scores of answers by heads that were fitted without them, and draws the curves that make them probabilities. */
final class Calibration {
    private final Theory theory;
    private final List<CalibrationAnswer> trials;
    private final List<HeldOutScore> held = new ArrayList<>();

    /** An answer's scores by heads that had not seen it; the domain is where its curve belongs. */
    private record HeldOutScore(String domain, boolean balanced, double shown, double opposed, int label) {}

    Calibration(Theory theory, List<CalibrationAnswer> trials) {
        this.theory = theory;
        this.trials = trials;
    }

    /** Adds what heads say that were fitted on everything but these. */
    void known(HeadPair heads, Predicate<CalibrationAnswer> out) {
        add(heads, out, false);
    }

    /** The same for heads that never saw the system. */
    void unknown(HeadPair heads, Predicate<CalibrationAnswer> out) {
        add(heads, out, true);
    }

    Map<String, double[]> expresses() {
        return curves(HeldOutScore::shown, label -> label > 0);
    }

    Map<String, double[]> opposes() {
        return curves(HeldOutScore::opposed, label -> label < 0);
    }

    private void add(HeadPair heads, Predicate<CalibrationAnswer> out, boolean general) {
        trials.stream().filter(out).forEach(trial -> {
            HeadPair.AnswerScore net = heads.read(trial.system(), trial.dimension(), trial.view());
            String domain = general
                    ? Head.GENERAL
                    : Head.domain(trial.system(), trial.view().form());
            boolean balanced =
                    !general && theory.reader(trial.system()).calibration() == ReaderSettings.Calibration.BALANCED;
            held.add(new HeldOutScore(
                    domain, balanced, net.shown(), net.opposes().answer(), trial.label()));
        });
    }

    private Map<String, double[]> curves(ToDoubleFunction<HeldOutScore> score, IntPredicate yes) {
        Map<String, List<HeldOutScore>> domains = new TreeMap<>();
        held.forEach(one ->
                domains.computeIfAbsent(one.domain(), key -> new ArrayList<>()).add(one));
        Map<String, double[]> curves = new TreeMap<>();
        domains.forEach((domain, all) -> curves.put(domain, curve(all, score, yes)));
        return curves;
    }

    private static double[] curve(List<HeldOutScore> all, ToDoubleFunction<HeldOutScore> score, IntPredicate yes) {
        boolean[] labels = new boolean[all.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = yes.test(all.get(i).label());
        }
        double[] line = RegressionProblem.calibrate(
                all.stream().mapToDouble(score).toArray(), labels, all.get(0).balanced());
        return new double[] {SignificantDigits.of(line[0]), SignificantDigits.of(line[1])};
    }
}
