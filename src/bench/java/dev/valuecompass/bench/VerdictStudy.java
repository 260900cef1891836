package dev.valuecompass.bench;

import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.scores.statistics.Separation;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How often a board of models that are all alike tells any two of them apart, which Holm's correction should keep under
 * 5 %: the simulation behind a table of {@code docs/ratings.md}. {@code java -cp … dev.valuecompass.bench.VerdictStudy [boards]}.
 */
final class VerdictStudy {
    private static final int DIMENSIONS = 10;
    private static final Scoring SCORING = new Scoring(10, 500, 0.9, TeamStrength.MEAN);

    private VerdictStudy() {}

    /** @param spread standard deviation of the items' pull, in logits */
    private record Setting(int items, int models, double rate, double spread) {}

    public static void main(String[] arguments) {
        int boards = arguments.length == 0 ? 400 : Integer.parseInt(arguments[0]);
        for (Setting setting : List.of(
                new Setting(12, 10, .5, 1),
                new Setting(25, 10, .5, 1),
                new Setting(50, 10, .5, 1),
                new Setting(50, 30, .5, 1),
                new Setting(50, 10, .9, 1),
                new Setting(50, 10, .98, 1),
                new Setting(200, 10, .5, 2),
                new Setting(200, 30, .9, 2))) {
            long wrong = IntStream.range(0, boards)
                    .filter(seed -> tellsApart(setting, seed))
                    .count();
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %d × %d | %.2f | %.3f |",
                    setting.items(),
                    setting.models(),
                    setting.rate(),
                    wrong / (double) boards));
        }
    }

    private static boolean tellsApart(Setting setting, int seed) {
        Random random = new Random(seed);
        LabelTable table = new LabelTable(
                "study", names("d", DIMENSIONS), names("q", setting.items()), names("m", setting.models()), 1);
        double logit = Math.log(setting.rate() / (1 - setting.rate()));
        for (int i = 0; i < setting.items(); i++) {
            double pull = random.nextGaussian() * setting.spread();
            for (int m = 0; m < setting.models(); m++) {
                StringBuilder row = new StringBuilder();
                for (int d = 0; d < DIMENSIONS; d++) {
                    row.append(random.nextDouble() < 1 / (1 + Math.exp(-logit - pull)) ? '+' : '.');
                }
                table.set(i, m, 0, row.toString());
            }
        }
        Separation separation = Separation.of(table, SCORING, seed);
        return separation.groups().size() > 1;
    }

    private static List<String> names(String prefix, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> String.format("%s%05d", prefix, i))
                .toList();
    }
}
