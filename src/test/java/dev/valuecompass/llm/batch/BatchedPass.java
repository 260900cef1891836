package dev.valuecompass.llm.batch;

import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.LeaderboardReader;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.launcher.ProgramJar;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.Timing;
import dev.valuecompass.llm.openai.OpenAiEndpoint;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A few calls through batches into a store, as a run makes them; also as a process of its own, which can be killed. */
record BatchedPass(Path folder, Timing timing, Consumer<String> told) {
    static final int CALLS = 24;

    /** In a process of its own time goes faster. */
    private static final int FASTER = 50;

    static LeaderboardConfig board(Path folder, String address, String form, String more) throws IOException {
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("providers"));
        Files.writeString(
                data.resolve("providers/here.yml"), "batch: " + form + "\nbatch-requests: 10\nbatch-hours: 30\n");
        Path file = data.resolve("leaderboard.yml");
        String name = form.equals("anthropic") ? "native" : "plain";
        Files.writeString(file, """
                title: {name: Small}
                endpoints:
                  - {id: web, kind: openai, base-url: "%s", profile: here, batch: true, retries: 3}
                examinees:
                  - {id: one, name: One, endpoint: web, model: %s, developer: M, access: open, type: chat,
                     price: {input: 1, output: 2, since: 2026-01-01}}
                roles: {recognizer: embedded}
                systems:
                  - {system: schwartz, pool: topics/schwartz.jsonl, items: 3}
                evaluation: {minimum-coverage: 0.5%s}
                """.formatted(address, name, more));
        return read(folder);
    }

    private static LeaderboardConfig read(Path folder) {
        DataFolder all = DataFolder.over(folder.resolve("data"));
        return LeaderboardReader.read(
                folder.resolve("data/leaderboard.yml"), Theory.load(all, doubt -> {}), all, doubt -> {});
    }

    static List<ChatRequest> requests(LeaderboardConfig board) {
        List<ChatRequest> requests = new ArrayList<>();
        String model = board.examinees().get(0).model();
        for (int i = 0; i < CALLS; i++) {
            requests.add(new ChatRequest(
                    Purpose.REPLY,
                    "web",
                    model,
                    List.of(new Message(Message.Role.SYSTEM, "Be brief."), Message.user("question " + i)),
                    new Sampling(1.0, null, 300, Map.of("seed", i)),
                    0));
        }
        return requests;
    }

    /** What a run does with what its store does not hold; a pass and its batches. */
    void run(LeaderboardConfig board, Instant deadline, BatchCollector collector) {
        DataFolder data = DataFolder.over(folder.resolve("data"));
        ProviderBatches batches = new ProviderBatches(
                new ProviderBatches.Setting(board, data, Map.of(), deadline), collector, timing, told);
        OpenAiEndpoint endpoint = OpenAiEndpoint.open(board.endpoints().get(0), data, Map.of(), InstantSource.system());
        try (RunStore store = RunStore.open(folder.resolve("runs.sqlite"))) {
            batches.resume(store);
            for (ChatRequest request : requests(board)) {
                if (store.find(endpoint.key(request)).isEmpty()) {
                    collector.before(endpoint).attempt(request);
                }
            }
            batches.answer(store);
        }
    }

    /** A pass by a process of its own, with the board that lies in the folder. */
    static Process process(Path folder) throws IOException {
        Path home = Path.of(System.getProperty("compass.home", System.getProperty("user.dir")));
        return new ProcessBuilder(ProgramJar.command(BatchedPass.class, home, folder.toString()))
                .redirectOutput(folder.resolve("process.log").toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** @param args the folder */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Instant begun = Instant.now();
        Timing fast = new Timing(
                () -> begun.plusMillis((System.currentTimeMillis() - begun.toEpochMilli()) * FASTER),
                pause -> Thread.sleep(1 + pause.toMillis() / FASTER),
                () -> 0.5);
        new BatchedPass(folder, fast, System.out::println).run(read(folder), Instant.MAX, new BatchCollector());
    }
}
