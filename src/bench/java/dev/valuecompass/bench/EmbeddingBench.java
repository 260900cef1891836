package dev.valuecompass.bench;

import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.value.Theory;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * How fast sentences become vectors: {@code java -cp … dev.valuecompass.bench.EmbeddingBench [THREADS]}. The sentences are made of
 * keywords of the shipped value systems, short ones of 5 to 8 words and longer ones of 8 to 12, every one different. Beside what
 * the clock says stands what a core would do that had nothing else to do, from the processor time of the threads.
 */
final class EmbeddingBench {
    private static final int SENTENCES = 1500;
    /** Of each kind, unmeasured, until the compilers of the Java machine are done and leave both cores to the threads. */
    private static final int WARMING = 500;
    /** Asked for at a time by a thread, as where many texts are encoded. */
    private static final int TOGETHER = 200;

    private static final String SHORT = "Choose %s over %s, case %d.";
    private static final String LONGER = "People should care about %s and about %s, number %d.";
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private EmbeddingBench() {}

    public static void main(String[] arguments) throws Exception {
        int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        long start = System.nanoTime();
        try (E5Encoder encoder = new E5Encoder()) {
            encoder.encode("ready");
            say("model loaded and first vector in %.2f s", seconds(start));
            for (String pattern : List.of(LONGER, SHORT)) {
                encode(encoder, sentences(pattern, WARMING), threads);
            }
            for (String pattern : List.of(SHORT, LONGER)) {
                measure(encoder, sentences(pattern, SENTENCES), threads);
            }
        }
    }

    private static void measure(E5Encoder encoder, List<String> sentences, int threads) throws Exception {
        long start = System.nanoTime();
        double busy = encode(encoder, sentences, threads);
        double took = seconds(start);
        say(
                "%d sentences of %.1f words on %d threads: %.0f a second; %.0f for each core that is free",
                sentences.size(),
                sentences.stream()
                        .mapToInt(text -> text.split(" ").length)
                        .average()
                        .orElseThrow(),
                threads,
                sentences.size() / took,
                sentences.size() / busy);
    }

    /** @return processor time, in seconds, added up over the threads */
    private static double encode(E5Encoder encoder, List<String> sentences, int threads) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            LongAdder nanos = new LongAdder();
            for (int first = 0; first < sentences.size(); first += TOGETHER) {
                List<String> some = sentences.subList(first, Math.min(first + TOGETHER, sentences.size()));
                done.add(workers.submit(() -> {
                    long before = CLOCK.getCurrentThreadCpuTime();
                    encoder.encodeAll(some);
                    nanos.add(CLOCK.getCurrentThreadCpuTime() - before);
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
            return nanos.sum() / 1e9;
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<String> sentences(String pattern, int count) {
        List<String> words = new ArrayList<>();
        Theory.load(DataFolder.over(Path.of("data")))
                .systems()
                .forEach(system -> system.dimensions().forEach(dimension -> words.addAll(dimension.keywords())));
        List<String> sentences = new ArrayList<>();
        for (int i = 0; sentences.size() < count; i++) {
            String one = words.get(i % words.size());
            String other = words.get((i * 7 + 1 + i / words.size()) % words.size());
            sentences.add(pattern.formatted(one, other, i));
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
