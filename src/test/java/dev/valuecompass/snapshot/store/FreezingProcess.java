package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.Snapshot.NotEvaluated;
import dev.valuecompass.snapshot.SnapshotFields;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process of its own that freezes when it is told to: an order a line, and a line back that says what came of it. */
final class FreezingProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    FreezingProcess() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreezingProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        if (!"ready".equals(answers.readLine())) {
            throw new IOException("the process did not start");
        }
    }

    /**
     * @param what {@code write} freezes once, {@code revise} goes on for ever
     * @param title of what it freezes, by which its periods are told from those of another
     */
    void order(String what, String title, Path data) {
        orders.println(what + "\t" + title + "\t" + data);
    }

    /** Empty when the process ended. */
    Optional<String> answer() throws IOException {
        return Optional.ofNullable(answers.readLine());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static PeriodRecord period(String title) {
        return period(title, "2025-03");
    }

    static PeriodRecord period(String title, String month) {
        PeriodRecord proven = SamplePeriod.proven();
        Snapshot s = proven.snapshot();
        return proven.withSnapshot(SnapshotFields.copy(s)
                .period(month)
                .previous(null)
                .title(title)
                .notEvaluated(List.of(new NotEvaluated(title, "it is no model", "2025-01")))
                .build());
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] order = line.split("\t");
            PeriodStore store = new PeriodStore(Path.of(order[2]));
            System.out.println(written(store, period(order[1])));
            while (order[0].equals("revise")) {
                store.revise(period(order[1] + ", corrected"), "wrong");
                store.revise(period(order[1]), "right after all");
            }
        }
    }

    private static String written(PeriodStore store, PeriodRecord period) {
        try {
            return store.write(period).name();
        } catch (DataException refused) {
            return refused.getMessage();
        }
    }
}
