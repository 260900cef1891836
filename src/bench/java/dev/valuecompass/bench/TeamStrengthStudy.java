package dev.valuecompass.bench;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.scores.WinRate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * The simulation behind the table of {@code docs/ratings.md} on how a side's skills add up: models with known rates answer
 * items of random difficulty; which weighing gives their order back? {@code java -cp … dev.valuecompass.bench.TeamStrengthStudy
 * [panels]}.
 */
final class TeamStrengthStudy {
    private static final int ORDERS = 10;

    private TeamStrengthStudy() {}

    /** @param low lowest true rate @param high highest */
    private record Setting(int items, int models, double low, double high) {}

    public static void main(String[] arguments) {
        int panels = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
        for (Setting setting : List.of(
                new Setting(200, 6, .05, .95),
                new Setting(200, 12, .05, .95),
                new Setting(200, 12, .02, .32),
                new Setting(200, 12, .70, .98),
                new Setting(200, 12, .40, .60),
                new Setting(200, 30, .05, .95),
                new Setting(200, 30, .70, .98),
                new Setting(1000, 12, .70, .98))) {
            double[] sums = new double[5];
            for (int panel = 0; panel < panels; panel++) {
                double[] one = one(setting, panel);
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += one[k] / panels;
                }
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %d × %d | %.2f–%.2f | %.3f | %.3f | %.3f | %.1f | %.1f |",
                    setting.items(),
                    setting.models(),
                    setting.low(),
                    setting.high(),
                    sums[0],
                    sums[1],
                    sums[2],
                    sums[3],
                    sums[4]));
        }
    }

    private static double[] one(Setting setting, int panel) {
        Random random = new Random(panel);
        double[] truth = IntStream.range(0, setting.models())
                .mapToDouble(m -> setting.low() + (setting.high() - setting.low()) * m / (setting.models() - 1))
                .toArray();
        LabelTable table =
                new LabelTable("study", List.of("v"), names("q", setting.items()), names("m", setting.models()), 1);
        for (int i = 0; i < setting.items(); i++) {
            double pull = random.nextGaussian();
            for (int m = 0; m < truth.length; m++) {
                double logit = Math.log(truth[m] / (1 - truth[m])) + pull;
                table.set(i, m, 0, random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? "+" : ".");
            }
        }
        List<List<WinRate.Figure>> sum = WinRate.of(table, TeamStrength.SUM, ORDERS, panel);
        List<List<WinRate.Figure>> mean = WinRate.of(table, TeamStrength.MEAN, ORDERS, panel);
        Conformity conformity = new Conformity(table);
        double[] scores = IntStream.range(0, truth.length)
                .mapToDouble(m -> conformity.score(m, 0))
                .toArray();
        return new double[] {
            spearman(truth, percents(sum)),
            spearman(truth, percents(mean)),
            spearman(truth, scores),
            spread(sum),
            spread(mean)
        };
    }

    private static double spearman(double[] truth, double[] found) {
        return new SpearmansCorrelation().correlation(truth, found);
    }

    private static double[] percents(List<List<WinRate.Figure>> figures) {
        return figures.stream().mapToDouble(row -> row.get(0).percent()).toArray();
    }

    private static double spread(List<List<WinRate.Figure>> figures) {
        return figures.stream()
                .mapToDouble(row -> row.get(0).spread())
                .average()
                .orElseThrow();
    }

    private static List<String> names(String prefix, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> String.format("%s%05d", prefix, i))
                .toList();
    }
}
