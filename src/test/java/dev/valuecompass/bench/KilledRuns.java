package dev.valuecompass.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.valuecompass.io.Digest;
import dev.valuecompass.launcher.KnownVectors;
import dev.valuecompass.launcher.ProgramJar;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs that are killed without a word and resumed, against a loopback provider that counts what it is asked. Half of
 * the calls put an item to the model, the other half put its answer to the judge, which is the same model, so that all
 * share one bound on what is under way. {@code main} does it at full size.
 */
public final class KilledRuns implements AutoCloseable {
    private static final Pattern VERDICT = Pattern.compile("VERDICT ([0-9a-f]{12}):");
    private static final String MODEL = "solo";

    private final Size size;
    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Random dice;

    /** @param calls of a run, an even number @param seed of the moments at which it is killed */
    public record Size(int calls, int kills, int concurrency, int latencyMillis, long seed) {}

    /**
     * What came of it.
     *
     * @param repeated for each kill, how many calls were made again because of it
     * @param afterwards requests of a further run, which ought to find everything
     * @param same whether the frozen period equals that of a run that was not interrupted
     */
    public record Outcome(List<Integer> repeated, int distinct, int afterwards, boolean same) {}

    public KilledRuns(Path folder, Size size) throws IOException {
        this.folder = folder;
        this.size = size;
        this.dice = new Random(size.seed());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Size size = args.length == 2
                ? new Size(Integer.parseInt(args[0]), Integer.parseInt(args[1]), 8, 20, 20)
                : new Size(2_000, 50, 8, 20, 20);
        Path folder = Files.createTempDirectory("killed");
        long start = System.nanoTime();
        try (KilledRuns runs = new KilledRuns(folder, size)) {
            Outcome outcome = runs.killAndGoOn();
            System.out.printf(
                    "%s%nrepeated calls a kill %s, most %d, in all %d%ndistinct calls %d, calls of a further run %d,"
                            + " same bytes %s, %d s%n",
                    size,
                    outcome.repeated(),
                    outcome.repeated().stream().mapToInt(one -> one).max().orElse(0),
                    outcome.repeated().stream().mapToInt(one -> one).sum(),
                    outcome.distinct(),
                    outcome.afterwards(),
                    outcome.same(),
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        }
    }

    public Outcome killAndGoOn() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        Path killed = folder.resolve("killed");
        long starting = uninterrupted(whole);
        forget();
        List<Integer> repeated = new ArrayList<>();
        for (int kill = 0; kill < size.kills(); kill++) {
            killOnce(killed, size.kills() - kill, starting);
            repeated.add(repetitions());
        }
        finish(killed);
        repeated.add(repetitions());
        int distinct = asked.size();
        forget();
        finish(killed);
        return new Outcome(
                differences(repeated),
                distinct,
                requests.get(),
                digests(whole.resolve("data/periods")).equals(digests(killed.resolve("data/periods"))));
    }

    /** Requests repeat after the kill that made them necessary, so a kill's are the growth until the next. */
    private static List<Integer> differences(List<Integer> sums) {
        List<Integer> differences = new ArrayList<>();
        for (int i = 1; i < sums.size(); i++) {
            differences.add(sums.get(i) - sums.get(i - 1));
        }
        return differences;
    }

    /** Returns how long a run takes to its first request, in milliseconds. */
    private long uninterrupted(Path home) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process run = start(home);
        await(run, () -> requests.get() > 0);
        long starting = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        succeed(run, home);
        return starting;
    }

    private void finish(Path home) throws IOException, InterruptedException {
        succeed(start(home), home);
    }

    private static void succeed(Process run, Path home) throws IOException, InterruptedException {
        if (!run.waitFor(10, TimeUnit.MINUTES) || run.exitValue() != 0) {
            run.destroyForcibly();
            throw new IllegalStateException("the run failed:\n" + Files.readString(home.resolve("log")));
        }
    }

    /** Most kills fall when so many more requests have come; every fifth at any time, also before the first of them. */
    private void killOnce(Path home, int killsLeft, long starting) throws IOException, InterruptedException {
        int left = Math.max(0, size.calls() - asked.size());
        boolean byTime = dice.nextInt(5) == 0 || left == 0;
        int further = 1 + dice.nextInt(Math.max(1, 2 * left / (killsLeft + 1)));
        int more = dice.nextInt(size.latencyMillis() + 1);
        long at = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) (dice.nextDouble() * 1.5 * starting));
        int goal = asked.size() + Math.min(further, left);
        Process run = start(home);
        await(run, () -> left > 0 && asked.size() >= goal || byTime && System.nanoTime() > at);
        Thread.sleep(byTime ? 0 : more);
        run.destroyForcibly();
        run.waitFor();
        // What the dead process had sent is still being counted; on a busy machine that takes a while.
        int counted;
        do {
            counted = requests.get();
            Thread.sleep(10L * size.latencyMillis());
        } while (requests.get() > counted);
    }

    private static void await(Process run, BooleanSupplier until) throws InterruptedException {
        while (run.isAlive() && !until.getAsBoolean()) {
            Thread.sleep(1);
        }
    }

    private int repetitions() {
        return asked.values().stream().mapToInt(times -> times.get() - 1).sum();
    }

    private void forget() {
        asked.clear();
        requests.set(0);
    }

    private Process start(Path home) throws IOException {
        if (!Files.exists(home)) {
            configure(home);
            KnownVectors.lend(home, "run");
        }
        return new ProcessBuilder(ProgramJar.command(home, "run", "--period", "2026-11"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(home.toFile(), "log")))
                .start();
    }

    private void configure(Path home) throws IOException {
        Files.createDirectories(home.resolve("data/topics"));
        StringBuilder items = new StringBuilder();
        String[] dimensions = {"care", "fairness", "loyalty", "authority", "sanctity"};
        for (int i = 0; i < size.calls() / 2; i++) {
            items.append(
                    "{\"id\":\"k-%05d\",\"dimension\":\"%s\",\"category\":\"c\",\"text\":\"Person %d saw it, and\"}%n"
                            .formatted(i, dimensions[i % dimensions.length], i));
        }
        Files.writeString(home.resolve("data/topics/kill.jsonl"), items);
        Files.writeString(
                home.resolve("data/leaderboard.yml"),
                "title: {name: Killed}\nendpoints:\n  - id: web\n    kind: openai\n    base-url: http://127.0.0.1:"
                        + server.getAddress().getPort() + "/v1\n    concurrency: " + size.concurrency()
                        + "\nexaminees:\n  - {id: " + MODEL + ", name: Solo, endpoint: web, model: " + MODEL
                        + ", developer: D, access: open, type: chat}\nroles: {recognizer: direct, judge: " + MODEL
                        + "}\nsystems:\n  - {system: mft, pool: topics/kill.jsonl, items: 0}\n"
                        + "sampling: {max-tokens: 300}\nevaluation: {minimum-coverage: 0.9, resamples: 100}\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.computeIfAbsent(Digest.sha256(body), key -> new AtomicInteger())
                    .incrementAndGet();
            requests.incrementAndGet();
            Thread.sleep(size.latencyMillis());
            byte[] answer = completion(body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String completion(String body) {
        Matcher verdict = VERDICT.matcher(body);
        int kind = Math.floorMod(body.hashCode(), 3);
        String text = verdict.find()
                ? "It does.\\nVERDICT " + verdict.group(1) + ": "
                        + List.of("YES", "NO", "AGAINST").get(kind)
                : "They stopped to help, number " + body.hashCode() + ".";
        return "{\"model\":\"" + MODEL + "\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\""
                + text + "\"}}],\"usage\":{\"prompt_tokens\":2000,\"completion_tokens\":9}}";
    }

    private static SortedMap<String, String> digests(Path folder) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), Digest.sha256(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    @Override
    public void close() {
        KnownVectors.takeBack(folder);
        server.stop(0);
        threads.shutdownNow();
    }
}
