package dev.valuecompass.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The engine with its store against a plain loop of the same HTTP client, in turn, each in a process of its own. Prints
 * for each pair the share of concurrency ÷ latency that was reached and the ratio of processor time a call.
 * Arguments: concurrency, calls, pairs, characters of an answer, further options of Java for both.
 */
public final class EngineBench {
    private static final int LATENCY_MILLIS = 100;

    private EngineBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int concurrency = args.length > 0 ? Integer.parseInt(args[0]) : 256;
        int calls = args.length > 1 ? Integer.parseInt(args[1]) : 80 * concurrency;
        int pairs = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        String characters = args.length > 3 ? args[3] : "300";
        List<String> options = args.length > 4 ? Arrays.asList(args).subList(4, args.length) : List.of();
        Process server = java(List.of(), "LatencyServer", Integer.toString(LATENCY_MILLIS), characters);
        try (BufferedReader said = reader(server)) {
            String port = said.readLine();
            double most = concurrency * 1000.0 / LATENCY_MILLIS;
            System.out.printf(Locale.ROOT, "in flight %d, calls %d, limit %.0f calls/s%n", concurrency, calls, most);
            for (int pair = 0; pair < pairs; pair++) {
                double[] engine = measure(options, "engine", port, concurrency, calls);
                double[] plain = measure(options, "plain", port, concurrency, calls);
                System.out.printf(
                        Locale.ROOT,
                        "engine %.0f/s = %.1f %% of the limit, %.3f ms CPU a call, peak %.0f MB, heap %.0f MB;"
                                + " plain %.0f/s = %.1f %%, %.3f ms, %.0f MB; speed %.2f, CPU %.2f times%n",
                        engine[0],
                        100 * engine[0] / most,
                        engine[1],
                        engine[2],
                        engine[3],
                        plain[0],
                        100 * plain[0] / most,
                        plain[1],
                        plain[2],
                        engine[0] / plain[0],
                        engine[1] / plain[1]);
            }
        } finally {
            server.destroyForcibly();
        }
    }

    private static double[] measure(List<String> options, String kind, String port, int concurrency, int calls)
            throws IOException, InterruptedException {
        Process load = java(options, "EngineLoad", kind, port, Integer.toString(concurrency), Integer.toString(calls));
        try (BufferedReader said = reader(load)) {
            String line = said.readLine();
            if (load.waitFor() != 0 || line == null) {
                throw new IllegalStateException(kind + " failed with exit code " + load.exitValue());
            }
            return Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process java(List<String> options, String main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), EngineBench.class.getPackageName() + "." + main));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
