package dev.valuecompass.bench;

import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How many results a second the run store keeps durably, without any network. Arguments: threads, results, characters. */
public final class StoreLoad {
    private StoreLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int threads = Integer.parseInt(args[0]);
        int results = Integer.parseInt(args[1]);
        ChatResult result = ChatResult.answered("x".repeat(Integer.parseInt(args[2])));
        Path file = Files.createTempDirectory("store").resolve("run.sqlite");
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (RunStore store = RunStore.open(file)) {
            List<Thread> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread thread = new Thread(() -> {
                    for (int n = next.getAndIncrement(); n < results; n = next.getAndIncrement()) {
                        store.save(key(n), result);
                    }
                });
                running.add(thread);
                thread.start();
            }
            for (Thread thread : running) {
                thread.join();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d threads, %d results of %s characters: %.0f a second, %.2f kB of disk each%n",
                    threads,
                    results,
                    args[2],
                    results / seconds,
                    Files.size(file) / 1024.0 / results);
        }
    }

    private static CallKey key(int number) {
        return new CallKey(
                CallKey.SCHEMA,
                "openai",
                "http://127.0.0.1/v1",
                "m",
                List.of(Message.user("question " + number + " ".repeat(500))),
                Map.of(),
                0);
    }
}
