package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.statistics.Holm;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ScoreMeaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Most models have a profile: they show some values more than others, by more than chance. Only where more is not better. */
final class PronouncedProfiles implements Claim {
    private static final String TOPIC = "Pronounced and flat profiles";
    private static final double LEVEL = 0.05;

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<SystemResult> systems = period.record().snapshot().systems().stream()
                .filter(result -> result.system().reading() == ScoreMeaning.DESCRIPTIVE)
                .toList();
        List<double[]> raw = systems.stream().map(PronouncedProfiles::p).toList();
        double[] adjusted =
                Holm.adjusted(raw.stream().flatMapToDouble(Arrays::stream).toArray());
        List<Finding> findings = new ArrayList<>();
        int from = 0;
        for (int s = 0; s < raw.size(); s++) {
            int to = from + raw.get(s).length;
            findings.add(finding(systems.get(s), Arrays.copyOfRange(adjusted, from, to)));
            from = to;
        }
        return findings;
    }

    /** Of each model with a score and an interval on every value. */
    private static double[] p(SystemResult result) {
        Map<String, List<ScoreCell>> byModel = new TreeMap<>();
        result.scores().stream()
                .filter(cell -> cell.headline() != null && cell.resampledInterval() != null)
                .forEach(cell -> byModel.computeIfAbsent(cell.model(), model -> new ArrayList<>())
                        .add(cell));
        return byModel.values().stream()
                .filter(cells -> cells.size() == result.system().dimensions().size() && cells.size() > 1)
                .mapToDouble(PronouncedProfiles::p)
                .toArray();
    }

    /** @param p of the models, adjusted */
    private static Finding finding(SystemResult result, double[] p) {
        String id = "pronounced-" + result.system().id();
        Phrase name = FigureWords.name(result.system());
        if (p.length == 0) {
            return Finding.untold(
                    id,
                    TOPIC,
                    Phrase.text("finding.pronounced.none").with("system", name),
                    FigureWords.statistic("pronounced"),
                    FigureWords.unit("models", 0),
                    Phrase.text("finding.pronounced.method"));
        }
        int pronounced = 0;
        for (double one : p) {
            pronounced += one <= LEVEL ? 1 : 0;
        }
        Verdict verdict = 2 * pronounced > p.length ? Verdict.HELD : Verdict.CANNOT_BE_TOLD;
        return new Finding(
                id,
                TOPIC,
                verdict,
                Phrase.told("finding.pronounced", verdict)
                        .with("system", name)
                        .with("n", pronounced)
                        .with("models", FigureWords.count("models", p.length)),
                new Statistic(FigureWords.statistic("pronounced"), (double) pronounced / p.length, null, null),
                p.length,
                FigureWords.unit("models", p.length),
                Phrase.text("finding.pronounced.method"));
    }

    /** Cochran's Q of a model's scores around their weighted mean. */
    private static double p(List<ScoreCell> cells) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (ScoreCell cell : cells) {
            double z = new NormalDistribution(null, 0, 1)
                    .inverseCumulativeProbability((1 + cell.resampledInterval().level()) / 2);
            // Scores all alike have an interval without width; half a point stands for what such a one may hide.
            double error = Math.max(
                    0.5,
                    (cell.resampledInterval().high() - cell.resampledInterval().low()) / (2 * z));
            double weight = 1 / (error * error);
            weights += weight;
            sum += weight * cell.headline();
            squares += weight * cell.headline() * cell.headline();
        }
        double q = Math.max(0, squares - sum * sum / weights);
        return 1 - new ChiSquaredDistribution(null, cells.size() - 1.0).cumulativeProbability(q);
    }
}
