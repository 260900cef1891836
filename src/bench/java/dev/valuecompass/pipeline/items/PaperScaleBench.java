package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.EvolutionFields;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.adaem.AdaemResult;
import dev.valuecompass.items.adaem.Bandit;
import dev.valuecompass.llm.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A round of the size of AdAEM's (Duan et al. 2025): {@code java -Xmx2g -cp … PaperScaleBench [topics] [budget] [explore]
 * [folder]}, by default 1,535 topics, 1,500 pulls of nine explorations each, and of what tells models apart the best 12,310.
 * Among invented models whose sentences are known, so without vectors: time and memory are those of the search. Prints
 * both, and who was asked how often for what; {@code items-paper-scale.csv} is the curve (Fig. 7).
 */
public final class PaperScaleBench {
    private static final int KEPT = 12_310;
    /** What makes the 264 starting questions that ship more; nothing that a context knows. */
    private static final List<String> ANEW =
            List.of("", " by law", " for ten years", " at first", " in most cases", " as a rule");

    private PaperScaleBench() {}

    public static void main(String[] args) throws IOException {
        int topics = args.length > 0 ? Integer.parseInt(args[0]) : 1_535;
        int budget = args.length > 1 ? Integer.parseInt(args[1]) : 1_500;
        int explore = args.length > 2 ? Integer.parseInt(args[2]) : 9;
        Path to = Path.of(args.length > 3 ? args[3] : "docs/studies");
        Map<String, LongAdder> calls = new ConcurrentHashMap<>();
        World world = World.shipped(Files.createTempDirectory("scale"), 1).through(chat -> request -> {
            calls.computeIfAbsent(who(request.purpose(), request.model()), name -> new LongAdder())
                    .increment();
            return chat.ask(request);
        });
        Evolution settings = EvolutionFields.copy(EvolutionInWorldsTest.settings(budget))
                .topics(topics)
                .explore(explore)
                .build();
        long start = System.nanoTime();
        AdaemResult round = world.evolve(settings, topics(world, topics), new Bandit(topics), 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d topics, %d pulls, %d questions made, %d kept; %.0f s, %s of memory at most%n",
                topics,
                round.pulls().size(),
                round.questions().size(),
                round.best(KEPT, settings.mostPerTopic()).size(),
                seconds,
                GenerationBench.peak());
        long all = calls.values().stream().mapToLong(LongAdder::sum).sum();
        new TreeMap<>(calls)
                .forEach((who, number) -> System.out.printf(
                        Locale.ROOT, "%-24s%10d%7.1f %%%n", who, number.sum(), 100.0 * number.sum() / all));
        Files.writeString(to.resolve("items-paper-scale.csv"), curve(round));
    }

    private static String who(Purpose purpose, String model) {
        if (purpose != Purpose.OPINION) {
            return "P1 writes";
        }
        return World.MODELS.indexOf(model) < 3 ? "P1 answers (refinement)" : "P2 answers (reward)";
    }

    private static List<Item> topics(World world, int wanted) {
        List<Item> topics = new ArrayList<>();
        for (String more : ANEW) {
            for (Item topic : world.topics(0, 1)) {
                String text = topic.text().replaceAll("\\?$", more + "?");
                topics.add(new Item(
                        topic.id() + more.replace(' ', '-'),
                        topic.system(),
                        topic.dimensions(),
                        topic.category(),
                        text,
                        false,
                        topic.provenance()));
            }
        }
        return topics.subList(0, wanted);
    }

    private static String curve(AdaemResult round) {
        StringBuilder csv = new StringBuilder("pulls,best,topics\n");
        round.curve(100).stream()
                .filter(point -> point.pulls() % 50 == 0)
                .forEach(point -> csv.append(
                        String.format(Locale.ROOT, "%d,%.3f,%d%n", point.pulls(), point.best(), point.topics())));
        return csv.toString();
    }
}
