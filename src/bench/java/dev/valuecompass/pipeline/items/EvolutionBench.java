package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.adaem.AdaemResult;
import dev.valuecompass.items.adaem.ArmChoice;
import dev.valuecompass.items.adaem.Bandit;
import dev.valuecompass.items.adaem.ScoredQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The search among invented models whose sentences are known: {@code java -cp … EvolutionBench [seeds] [folder]}. For as many
 * seeds of the shipped world, and as many worlds that are drawn (10), the bandit against chance at as many calls
 * ({@code items-evolution.csv}), how many pairs of models as many starting and evolved questions tell apart ({@code
 * items-separation.csv}), and how the best questions of one world grow with the budget ({@code items-curve.csv}). Ten seeds
 * take some minutes; every figure is the same on every machine.
 */
public final class EvolutionBench {
    private static final int APART = 60;

    private final Path folder;
    private final StringBuilder search =
            new StringBuilder("world,seed,initial,bandit,chance,banditCalls,chanceCalls\n");
    private final StringBuilder separation = new StringBuilder("world,seed,items,pairs,apartByTopics,apartByEvolved\n");

    private EvolutionBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        Path to = Path.of(args.length > 1 ? args[1] : "docs/studies");
        EvolutionBench bench = new EvolutionBench(Files.createTempDirectory("evolution"));
        for (int seed = 0; seed < seeds; seed++) {
            bench.compare("shipped", World.shipped(bench.folder, seed), seed);
            bench.compare("drawn", World.random(bench.folder, 100 + seed), seed);
            Files.writeString(to.resolve("items-evolution.csv"), sorted(bench.search));
            Files.writeString(to.resolve("items-separation.csv"), sorted(bench.separation));
        }
        Files.writeString(to.resolve("items-curve.csv"), bench.curve());
    }

    /** The shipped world first, seeds ascending. */
    private static String sorted(StringBuilder csv) {
        List<String> lines = csv.toString().lines().toList();
        StringBuilder sorted = new StringBuilder(lines.get(0)).append('\n');
        for (String world : List.of("shipped", "drawn")) {
            lines.stream()
                    .filter(line -> line.startsWith(world + ","))
                    .forEach(line -> sorted.append(line).append('\n'));
        }
        return sorted.toString();
    }

    private void compare(String name, World world, int seed) {
        List<Item> topics = world.topics(EvolutionInWorldsTest.TOPICS, seed);
        long before = world.calls();
        AdaemResult round = world.evolve(
                EvolutionInWorldsTest.settings(EvolutionInWorldsTest.BUDGET),
                topics,
                new Bandit(EvolutionInWorldsTest.TOPICS),
                seed);
        long calls = world.calls() - before;
        EvolutionInWorldsTest.Outcome chance = EvolutionInWorldsTest.byChance(world, calls, seed);
        row(
                search,
                "%s,%d,%.3f,%.3f,%.3f,%d,%d%n",
                name,
                seed,
                AdaemResult.mean(round.topics()),
                AdaemResult.mean(round.best(100, Integer.MAX_VALUE)),
                chance.best(),
                calls,
                chance.calls());
        int pairs = World.MODELS.size()
                * (World.MODELS.size() - 1)
                / 2
                * world.dimensions().size();
        List<String> best =
                round.best(APART, 10).stream().map(ScoredQuestion::text).toList();
        row(
                separation,
                "%s,%d,%d,%d,%d,%d%n",
                name,
                seed,
                best.size(),
                pairs,
                EvolvedItemsSeparateTest.apart(
                        world,
                        topics.stream().map(Item::text).limit(best.size()).toList()),
                EvolvedItemsSeparateTest.apart(world, best));
    }

    private static void row(StringBuilder csv, String format, Object... figures) {
        String row = String.format(Locale.ROOT, format, figures);
        csv.append(row);
        System.out.print(row);
    }

    private String curve() {
        World world = World.shipped(folder, 1);
        List<AdaemResult.CurvePoint> bandit = points(world, new Bandit(EvolutionInWorldsTest.TOPICS));
        List<AdaemResult.CurvePoint> chance = points(world, new EvolutionInWorldsTest.ByChance(1));
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

    private static List<AdaemResult.CurvePoint> points(World world, ArmChoice choice) {
        Evolution settings = EvolutionInWorldsTest.settings(EvolutionInWorldsTest.BUDGET);
        return world.evolve(settings, world.topics(EvolutionInWorldsTest.TOPICS, 1), choice, 1).curve(100).stream()
                .filter(point -> point.pulls() % 10 == 0)
                .toList();
    }
}
