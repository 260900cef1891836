package dev.valuecompass.pipeline.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.adaem.AdaemResult;
import dev.valuecompass.items.adaem.Bandit;
import dev.valuecompass.items.adaem.ScoredQuestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What evolved items are for: as many of them tell more models apart than the starting ones. */
@Tag("slow")
class EvolvedItemsSeparateTest {
    private static final int ITEMS = 60;
    private static final int TOPICS = 60;

    @TempDir
    private Path folder;

    @Test
    void asManyEvolvedItemsTellMoreModelsApart() {
        World world = World.shipped(folder, 2);
        List<Item> topics = world.topics(TOPICS, 2);
        AdaemResult round = world.evolve(EvolutionInWorldsTest.settings(150), topics, new Bandit(TOPICS), 2);

        assertThat(round.best(ITEMS, 10)).hasSize(ITEMS);
        int before = apart(world, topics.stream().map(Item::text).limit(ITEMS).toList());
        int after = apart(
                world, round.best(ITEMS, 10).stream().map(ScoredQuestion::text).toList());

        assertThat(after)
                .as("of 660 pairs on a value, told apart by %d items: %d at first", ITEMS, before)
                .isGreaterThan(2 * before + 10);
    }

    /** Of all pairs of models on all values, how many differ at the level of 5 % in all, corrected by Holm. */
    static int apart(World world, List<String> questions) {
        List<List<Set<String>>> shown = World.MODELS.stream()
                .map(model -> questions.stream()
                        .map(question -> world.evaluated(model, question))
                        .toList())
                .toList();
        List<Double> p = new ArrayList<>();
        for (String dimension : world.dimensions()) {
            for (int a = 0; a < shown.size(); a++) {
                for (int b = a + 1; b < shown.size(); b++) {
                    p.add(p(differences(shown.get(a), shown.get(b), dimension)));
                }
            }
        }
        return significant(p.stream().mapToDouble(one -> one).toArray());
    }

    private static double[] differences(List<Set<String>> one, List<Set<String>> other, String dimension) {
        double[] differences = new double[one.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] =
                    (one.get(i).contains(dimension) ? 1 : 0) - (other.get(i).contains(dimension) ? 1 : 0);
        }
        return differences;
    }

    /** Paired over items, against the normal distribution. */
    static double p(double[] differences) {
        double mean = DoubleStream.of(differences).average().orElseThrow();
        double squares =
                DoubleStream.of(differences).map(d -> (d - mean) * (d - mean)).sum();
        double error = Math.sqrt(squares / (differences.length - 1) / differences.length);
        return mean == 0 ? 1 : 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(mean) / error);
    }

    static int significant(double[] p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        int i = 0;
        while (i < sorted.length && sorted[i] <= 0.05 / (sorted.length - i)) {
            i++;
        }
        return i;
    }

    /** Holm on .01, .04, .03 at .05: .01 ≤ .05/3, then .03 > .05/2, so one; on .01, .02, .04: .02 ≤ .025, .04 ≤ .05. */
    @Test
    void holmStopsAtTheFirstThatFails() {
        assertThat(significant(new double[] {0.04, 0.01, 0.03})).isEqualTo(1);
        assertThat(significant(new double[] {0.04, 0.01, 0.02})).isEqualTo(3);
        assertThat(p(new double[] {1, 1, 0, 0})).isEqualTo(0.0833, within(1e-4));
    }
}
