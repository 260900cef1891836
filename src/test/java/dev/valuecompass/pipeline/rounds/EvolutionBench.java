package dev.valuecompass.pipeline.rounds;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.items.adaem.ArmChoice;
import dev.valuecompass.items.adaem.Bandit;
import dev.valuecompass.items.adaem.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes {@code docs/items-evolution.csv}: the bandit against chance in ten seeds of the shipped world and ten worlds that
 * are drawn, and how the best questions grow with the budget. Run with {@code -Dbench=true}; takes about two minutes.
 */
@EnabledIfSystemProperty(named = "bench", matches = "true")
class EvolutionBench {
    private static final int SEEDS = 10;

    @TempDir
    private Path folder;

    @Test
    void benchOfTheSearch() throws IOException {
        StringBuilder csv = new StringBuilder("world,seed,initial,bandit,chance,banditCalls,chanceCalls\n");
        for (int seed = 0; seed < SEEDS; seed++) {
            csv.append(row("shipped", World.shipped(folder, seed), seed));
        }
        for (int seed = 0; seed < SEEDS; seed++) {
            csv.append(row("drawn", World.random(folder, 100 + seed), seed));
        }
        Files.writeString(Path.of("docs/items-evolution.csv"), csv);
        Files.writeString(Path.of("docs/items-curve.csv"), curve());
    }

    private static String row(String name, World world, int seed) {
        EvolutionInWorldsTest.Outcome bandit = EvolutionInWorldsTest.evolve(
                world, new Bandit(EvolutionInWorldsTest.TOPICS), EvolutionInWorldsTest.BUDGET, seed);
        EvolutionInWorldsTest.Outcome chance = EvolutionInWorldsTest.byChance(world, bandit.calls(), seed);
        return String.format(
                Locale.ROOT,
                "%s,%d,%.3f,%.3f,%.3f,%d,%d%n",
                name,
                seed,
                bandit.initial(),
                bandit.best(),
                chance.best(),
                bandit.calls(),
                chance.calls());
    }

    private String curve() {
        World world = World.shipped(folder, 1);
        List<Round.Point> bandit = points(world, new Bandit(EvolutionInWorldsTest.TOPICS));
        List<Round.Point> chance = points(world, new EvolutionInWorldsTest.ByChance(1));
        StringBuilder csv = new StringBuilder("pulls,best,topics,chanceBest,chanceTopics\n");
        for (int i = 0; i < bandit.size(); i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%.3f,%d,%.3f,%d%n",
                    bandit.get(i).pulls(),
                    bandit.get(i).best(),
                    bandit.get(i).topics(),
                    chance.get(i).best(),
                    chance.get(i).topics()));
        }
        return csv.toString();
    }

    private static List<Round.Point> points(World world, ArmChoice choice) {
        Evolution settings = EvolutionInWorldsTest.settings(EvolutionInWorldsTest.BUDGET);
        return world.evolve(settings, world.topics(EvolutionInWorldsTest.TOPICS, 1), choice, 1).curve(100).stream()
                .filter(point -> point.pulls() % 10 == 0)
                .toList();
    }
}
