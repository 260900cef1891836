package dev.valuecompass.pipeline.items;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How long the making of items takes with the embedded recogniser: {@code java -cp … GenerationBench [topics] [items]}, with
 * the launcher's flags. As many pulls as topics (240), of what they make the best 500.
 */
public final class GenerationBench {
    private GenerationBench() {}

    public static void main(String[] args) throws IOException {
        int topics = args.length > 0 ? Integer.parseInt(args[0]) : 240;
        int items = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        Path home = Files.createTempDirectory("generation");
        String plan = "items: %d, evolve: {budget: %d, topics: %d}".formatted(items, topics, topics);
        long start = System.nanoTime();
        Generation.Report report = new Generation(
                        BenchLeaderboard.setting(home, plan, 20), Map.of(), System.out::println)
                .run(Optional.empty());
        System.out.printf(
                "%s%n%.0f s, %.0f s of processor time, peak of the process %s%n",
                report.text(), (System.nanoTime() - start) / 1e9, processorSeconds(), peak());
    }

    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    /** As the kernel counted it; elsewhere than on Linux nobody says. */
    static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? "unknown"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.substring("VmHWM:".length()).strip())
                        .findFirst()
                        .orElse("unknown");
    }
}
