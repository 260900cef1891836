package dev.valuecompass.pipeline.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.EvolutionFields;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.adaem.AdaemResult;
import dev.valuecompass.items.adaem.ArmChoice;
import dev.valuecompass.items.adaem.Bandit;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an evolution finds in worlds whose models differ by construction in some contexts alone. */
@Tag("slow")
class EvolutionInWorldsTest {
    static final int BUDGET = 300;
    static final int TOPICS = 100;
    private static final int TOP = 100;

    @TempDir
    private Path folder;

    /** As the paper's, but for the bound of similarity: bags of words are nearer to each other than sentence vectors. */
    static Evolution settings(int budget) {
        return EvolutionFields.builder()
                .budget(budget)
                .topics(TOPICS)
                .explore(3)
                .shots(5)
                .similarity(0.95)
                .nearest(3)
                .gain(0.5)
                .depth(3)
                .beta(1)
                .opinions(3)
                .temperature(1)
                .topP(0.95)
                .mostPerTopic(10)
                .build();
    }

    record Outcome(double initial, double best, long calls) {}

    static Outcome evolve(World world, ArmChoice choice, int budget, long seed) {
        List<Item> topics = world.topics(TOPICS, seed);
        long before = world.calls();
        AdaemResult round = world.evolve(settings(budget), topics, choice, seed);
        assertThat(round.pulls()).hasSize(budget);
        return new Outcome(
                AdaemResult.mean(round.topics()),
                AdaemResult.mean(round.best(TOP, Integer.MAX_VALUE)),
                world.calls() - before);
    }

    /** An arm at random each time, with no fewer calls than the bandit had. */
    static Outcome byChance(World world, long calls, long seed) {
        Outcome outcome = evolve(world, new ByChance(seed), BUDGET, seed);
        int budget = (int) Math.ceil((double) BUDGET * calls / outcome.calls());
        return budget <= BUDGET ? outcome : evolve(world, new ByChance(seed), budget, seed);
    }

    record ByChance(Random random) implements ArmChoice {
        ByChance(long seed) {
            this(new Random(seed));
        }

        @Override
        public List<Integer> next() {
            return List.of(random.nextInt(TOPICS));
        }

        @Override
        public void update(int arm, double reward) {}
    }

    /**
     * The full proof, ten seeds in either kind of world, is a bench ({@link EvolutionBench}); here one of each must hold,
     * so that a change that breaks the search is found at once.
     */
    @Test
    void theBestAreWorthHalfAsMuchAgainAsTheTopicsAndBeatChance() {
        for (World world : List.of(World.shipped(folder, 5), World.random(folder, 105))) {
            Outcome bandit = evolve(world, new Bandit(TOPICS), BUDGET, 5);
            Outcome chance = byChance(world, bandit.calls(), 5);
            assertThat(bandit.best()).isGreaterThan(1.5 * bandit.initial()).isGreaterThan(chance.best());
        }
    }
}
