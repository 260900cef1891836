package dev.valuecompass.bench;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.EndpointFields;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RateLimits;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.Loopback;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * One measurement in a process of its own: so many calls to a loopback provider, through the engine with its store or in
 * a plain loop that sends the same bytes. The first fifth is a warm-up. Prints calls a second, milliseconds of processor
 * time a call, the process's peak memory in MB, and what of its heap was in use after the last collection in MB.
 */
public final class EngineLoad {
    private final int port;
    private final int concurrency;
    private final int calls;
    private final AtomicLong done = new AtomicLong();
    private volatile long startNanos;
    private volatile long startCpu;

    private EngineLoad(int port, int concurrency, int calls) {
        this.port = port;
        this.concurrency = concurrency;
        this.calls = calls;
    }

    /** Arguments: engine or plain, port, concurrency, calls. */
    public static void main(String[] args) throws IOException, InterruptedException {
        EngineLoad load =
                new EngineLoad(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        if (args[0].equals("engine")) {
            load.engine();
        } else {
            load.plain();
        }
        load.report();
        System.exit(0);
    }

    private void engine() throws IOException {
        Path folder = Files.createTempDirectory("engine");
        DataFolder data = DataFolder.over(folder);
        ValueSystem system = Theory.load(data).system("schwartz");
        Endpoint endpoint = EndpointFields.builder()
                .id("web")
                .kind(Endpoint.Kind.OPENAI)
                .baseUrl("http://127.0.0.1:" + port + "/v1")
                .keyEnv("")
                .file("")
                .profile("")
                .concurrency(concurrency)
                .timeout(Duration.ofSeconds(60))
                .retries(2)
                .limits(RateLimits.NONE)
                .batch(false)
                .build();
        Examinee examinee = ExamineeFields.builder()
                .id("m")
                .name("m")
                .endpoint("web")
                .model("m")
                .developer("")
                .country("")
                .family("")
                .open(false)
                .reasoning(false)
                .released(null)
                .knowledgeCutoff(null)
                .licence("")
                .sizeBillions(null)
                .price(null)
                .website("")
                .settings(Examinee.Settings.NONE)
                .build();
        LeaderboardConfig board = Loopback.leaderboard(endpoint, examinee);
        AtomicLong bad = new AtomicLong();
        try (RunStore store = RunStore.open(folder.resolve("run.sqlite"));
                ChatModels chat = ChatModels.open(board, data, store, Map.of())) {
            new Interview(chat, new Prompts(data), board)
                    .ask(examinee, system, items(system), new AnswerSampling(1.0, 0.95, 400, 1, 3), response -> {
                        bad.addAndGet(response.outcome() == Outcome.ANSWERED ? 0 : 1);
                        count();
                    });
            if (bad.get() > 0 || store.size() != calls) {
                throw new IllegalStateException(bad + " calls failed, " + store.size() + " are kept");
            }
        }
    }

    private List<Item> items(ValueSystem system) {
        List<Item> items = new ArrayList<>(calls);
        Provenance provenance = new Provenance("pool", "", "", "", "2026-11", Map.of());
        for (int i = 0; i < calls; i++) {
            items.add(new Item("i" + i, "schwartz", system.dimensionIds(), "x", text(i), false, provenance));
        }
        return items;
    }

    private static String text(long number) {
        return "Should rule number " + number + " of the town be kept, although some suffer under it?";
    }

    /** What stands around an item's text in the body that the engine sends, so that both send the same bytes. */
    private static String[] bodies() {
        DataFolder data = DataFolder.over(Path.of("."));
        ValueSystem system = Theory.load(data).system("schwartz");
        String prompt = new Prompts(data).template(system).fill(Map.of("item", "ITEM", "points", "3"));
        String body = "{\"max_tokens\":400,\"messages\":[{\"content\":" + Json.line(prompt)
                + ",\"role\":\"user\"}],\"model\":\"m\",\"stream\":false,\"temperature\":1.0,\"top_p\":0.95}";
        return body.split("ITEM", 2);
    }

    private void plain() throws InterruptedException {
        String[] bodies = bodies();
        Dispatcher dispatcher = new Dispatcher();
        OkHttpClient client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(concurrency, 1, TimeUnit.MINUTES))
                .callTimeout(Duration.ofSeconds(60))
                .build();
        AtomicLong next = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < concurrency; t++) {
            Thread thread = new Thread(
                    null,
                    () -> {
                        for (long n = next.getAndIncrement(); n < calls; n = next.getAndIncrement()) {
                            call(client, n, bodies);
                            count();
                        }
                    },
                    "plain",
                    256 * 1024);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void call(OkHttpClient client, long number, String[] bodies) {
        String body = bodies[0] + text(number) + bodies[1];
        Request request = new Request.Builder()
                .url("http://127.0.0.1:" + port + "/v1/chat/completions")
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
        try (Response response = client.newCall(request).execute()) {
            response.body().string();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count() {
        if (done.incrementAndGet() == calls / 5) {
            startNanos = System.nanoTime();
            startCpu = cpu();
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private void report() throws IOException {
        double counted = calls - calls / 5;
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("VmHWM: 0 kB")
                .replaceAll("\\D", "");
        System.out.printf(
                Locale.ROOT,
                "%.1f %.4f %d %d%n",
                counted / seconds,
                (cpu() - startCpu) / 1e6 / counted,
                Long.parseLong(peak) / 1024,
                heap() >> 20);
    }
}
