package dev.valuecompass.bench;

import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast sentences become vectors: {@code java -cp … dev.valuecompass.bench.EmbeddingBench [THREADS]}. The sentences are the
 * keywords, opposites and definitions of the shipped value systems joined in twos, 8 to 12 words each, every one different.
 */
final class EmbeddingBench {
    private static final int SENTENCES = 3000;

    private EmbeddingBench() {}

    public static void main(String[] arguments) throws Exception {
        int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        long start = System.nanoTime();
        try (E5Encoder encoder = E5Encoder.load()) {
            encoder.encode("ready");
            say("model loaded and first vector in %.2f s", seconds(start));
            List<String> sentences = sentences();
            encode(encoder, sentences.subList(0, 300), threads);
            start = System.nanoTime();
            encode(encoder, sentences, threads);
            double took = seconds(start);
            say(
                    "%d sentences of %.1f words on %d threads: %.0f a second",
                    sentences.size(),
                    sentences.stream()
                            .mapToInt(text -> text.split(" ").length)
                            .average()
                            .orElseThrow(),
                    threads,
                    sentences.size() / took);
        }
    }

    private static void encode(E5Encoder encoder, List<String> sentences, int threads) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            sentences.forEach(text -> done.add(workers.submit(() -> encoder.encode(text))));
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<String> sentences() {
        List<String> words = new ArrayList<>();
        Theory.load(DataFolder.over(Path.of("data")))
                .systems()
                .forEach(system -> system.dimensions().forEach(dimension -> words.addAll(dimension.keywords())));
        List<String> sentences = new ArrayList<>();
        for (int i = 0; sentences.size() < SENTENCES; i++) {
            String one = words.get(i % words.size());
            String other = words.get((i * 7 + 1 + i / words.size()) % words.size());
            sentences.add("People should care about %s and about %s, number %d.".formatted(one, other, i));
        }
        return sentences;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String text, Object... figures) {
        System.out.printf(Locale.ROOT, text + "%n", figures);
    }
}
