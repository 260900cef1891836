package dev.valuecompass.pipeline.validation;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.Decimals;
import dev.valuecompass.llm.offline.Panel;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Parameter recovery: how well a frozen period of simulated models, which went through the whole line, gives back the
 * values that its models were made to hold.
 *
 * @param truth what the scores are compared with
 * @param panel whether the answers are those of the panel as its file stands now
 * @param mean of the correlations, dimensions without one left out; null when there is none
 */
public record Recovery(String period, String truth, PanelCheck panel, List<DimensionRecovery> fits, Double mean) {
    private static final String TRUTH = "the panel's propensity to show the value, as its file says now; by rank alone,"
            + " since the pull of each question moves the rate of expression away from it";
    private static final int FEWEST = 3;

    /**
     * @param models simulated models with a score
     * @param answers scored ones of the model that has the fewest
     * @param spearman of conformity with the truth, over models; null with fewer than three, or where all are equal
     */
    public record DimensionRecovery(String system, String dimension, int models, int answers, Double spearman) {}

    /** A period of a leaderboard; models that no simulated endpoint serves are left out. */
    public static Recovery of(RunSetting setting, PeriodRecord record) {
        Snapshot snapshot = record.snapshot();
        TreeMap<String, Simulated> simulated = new TreeMap<>();
        LeaderboardConfig board = setting.leaderboard();
        for (Endpoint endpoint : board.endpoints()) {
            if (endpoint.kind() == Endpoint.Kind.SIMULATED) {
                Panel panel = Panel.read(setting.data(), endpoint.file(), setting.theory());
                for (Examinee examinee : board.examinees()) {
                    if (examinee.endpoint().equals(endpoint.id())) {
                        panel.member(examinee.model())
                                .ifPresent(member -> simulated.put(examinee.id(), new Simulated(panel, member)));
                    }
                }
            }
        }
        long seed = snapshot.run() == null
                ? board.evaluation().seed()
                : snapshot.run().seed();
        List<DimensionRecovery> fits = new ArrayList<>();
        for (SystemResult result : snapshot.systems()) {
            for (String dimension : result.system().dimensionIds()) {
                fits.add(fit(
                        result,
                        dimension,
                        id -> Optional.ofNullable(simulated.get(id))
                                .map(one -> one.panel()
                                        .propensity(
                                                one.member(), result.system().id(), dimension, seed))));
            }
        }
        OptionalDouble mean = fits.stream()
                .map(DimensionRecovery::spearman)
                .filter(Objects::nonNull)
                .mapToDouble(rho -> rho)
                .average();
        return new Recovery(
                snapshot.period(),
                TRUTH,
                PanelCheck.of(setting, record),
                fits,
                mean.isPresent() ? mean.getAsDouble() : null);
    }

    private record Simulated(Panel panel, Panel.Member member) {}

    /** @param truth by model id; empty for a model that is not simulated */
    static DimensionRecovery fit(SystemResult result, String dimension, Function<String, Optional<Double>> truth) {
        List<ScoreCell> cells = result.scores().stream()
                .filter(cell -> cell.dimension().equals(dimension) && cell.conformity() != null)
                .filter(cell -> truth.apply(cell.model()).isPresent())
                .toList();
        double[] scores = cells.stream().mapToDouble(ScoreCell::conformity).toArray();
        double[] truths = cells.stream()
                .mapToDouble(cell -> truth.apply(cell.model()).orElseThrow())
                .toArray();
        double rho = cells.size() < FEWEST ? Double.NaN : new SpearmansCorrelation().correlation(scores, truths);
        int answered =
                cells.stream().mapToInt(cell -> cell.counts().answered()).min().orElse(0);
        return new DimensionRecovery(
                result.system().id(), dimension, cells.size(), answered, Double.isNaN(rho) ? null : rho);
    }

    /** For people. */
    public String text() {
        String rows = fits.stream()
                .map(fit -> String.format(
                        Locale.ROOT,
                        "  %-12s %-28s %7d %7d  %s",
                        fit.system(),
                        fit.dimension(),
                        fit.models(),
                        fit.answers(),
                        number(fit.spearman())))
                .collect(Collectors.joining("\n"));
        return "Parameter recovery, period " + period + "\n"
                + String.format(
                                Locale.ROOT,
                                "  %-12s %-28s %7s %7s  %s%n",
                                "system",
                                "value",
                                "models",
                                "answers",
                                "Spearman")
                        .replace("\r", "")
                + rows + "\nmean Spearman: " + number(mean) + "\ntruth: " + truth + "\npanel: " + panel.text();
    }

    private static String number(Double rho) {
        return rho == null ? "cannot be told" : Decimals.of(rho, 3);
    }
}
