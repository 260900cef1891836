package dev.valuecompass.llm.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataException;
import dev.valuecompass.llm.ChatResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One flipped bit, wherever it is: every paid answer is kept, or its loss is said before anything is asked. */
@Tag("slow")
class StoreDamageTest {
    private static final int CALLS = 104;
    private static final Pattern LOST = Pattern.compile("damaged: (\\d+|none) of (?:\\d+ stored answers)");
    private static final Overrides LOSSES = new Overrides(true, false);

    @TempDir
    Path folder;

    private static String answer(int number) {
        return "answer " + number + " " + "word ".repeat(80 + number % 40);
    }

    /** A store as a killed run leaves it: some of it in the file, the rest in its log, and the count beside it. */
    private Path killed() throws IOException, SQLException {
        Path file = folder.resolve("live/run.sqlite");
        Path copy = Files.createDirectories(folder.resolve("killed")).resolve("run.sqlite");
        try (RunStore store = RunStore.open(file)) {
            save(store, 0, CALLS / 2);
            // While somebody reads, what comes later stays in the log.
            try (var reader = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                reader.setAutoCommit(false);
                reader.createStatement()
                        .executeQuery("select count(*) from call")
                        .next();
                save(store, CALLS / 2, CALLS);
                copyStore(file, copy, "", "-wal", ".lock");
            }
        }
        assertThat(Files.size(StoreLog.file(copy))).isGreaterThan(50_000);
        return copy;
    }

    private Path closed() throws IOException {
        Path file = folder.resolve("closed/run.sqlite");
        try (RunStore store = RunStore.open(file)) {
            save(store, 0, CALLS);
        }
        assertThat(StoreLog.file(file)).doesNotExist();
        return file;
    }

    private static void save(RunStore store, int from, int to) {
        for (int i = from; i < to; i++) {
            store.saveSoon(RunStoreTest.key(i), ChatResult.answered(answer(i)));
        }
        store.save(RunStoreTest.key(to - 1), ChatResult.answered(answer(to - 1)));
    }

    private static void copyStore(Path from, Path to, String... endings) throws IOException {
        Files.createDirectories(to.getParent());
        for (String ending : endings) {
            Path part = from.resolveSibling(from.getFileName() + ending);
            if (Files.exists(part)) {
                Files.copy(part, to.resolveSibling(to.getFileName() + ending), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void flip(Path file, long at, int bit) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1 << bit)}), at);
        }
    }

    private static int found(RunStore store) {
        int found = 0;
        for (int i = 0; i < CALLS; i++) {
            String expected = answer(i);
            var result = store.find(RunStoreTest.key(i));
            result.ifPresent(kept -> assertThat(kept.text()).isEqualTo(expected));
            found += result.isPresent() ? 1 : 0;
        }
        return found;
    }

    /** Returns what was said; empty when nothing is lost. */
    private String flipAndOpen(Path store, String ending, long at, int bit) throws IOException {
        Path copy = folder.resolve("flip-" + ending + at + "-" + bit).resolve("run.sqlite");
        copyStore(store, copy, "", "-wal", ".lock");
        flip(copy.resolveSibling(copy.getFileName() + ending), at, bit);
        String place = ending + " " + at + " bit " + bit;
        try (RunStore opened = RunStore.open(copy)) {
            assertThat(found(opened)).as(place).isEqualTo(CALLS);
            return "";
        } catch (DataException e) {
            if (e.getMessage().contains("store format")) {
                return e.getMessage();
            }
            assertThat(e.getMessage()).as(place).contains(copy.toString(), "--accept-losses");
            int left;
            try (RunStore opened = RunStore.open(copy, LOSSES)) {
                left = found(opened);
            }
            Matcher lost = LOST.matcher(e.getMessage());
            if (lost.find()) {
                int said = lost.group(1).equals("none") ? CALLS : Integer.parseInt(lost.group(1));
                assertThat(said).as(place + ": " + e.getMessage()).isEqualTo(CALLS - left);
            }
            try (RunStore again = RunStore.open(copy)) {
                assertThat(found(again)).as(place).isEqualTo(left);
            }
            return e.getMessage();
        }
    }

    private static List<Long> places(Path file, int number) throws IOException {
        List<Long> places = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            places.add((Files.size(file) - 1) * i / (number - 1));
        }
        return places;
    }

    @Test
    void r13ABitFlippedInAClosedStoreCostsNothingUnsaid() throws Exception {
        Path store = closed();
        List<String> said = new ArrayList<>();
        for (long at : places(store, 16)) {
            said.add(flipAndOpen(store, "", at, 3));
        }
        for (long at : new long[] {16, 19, 28, 47, 59, 105, 4096 + 4}) {
            said.add(flipAndOpen(store, "", at, 1));
        }
        assertThat(said).anyMatch(words -> words.contains("1 of 104 stored answers"));
    }

    @Test
    void r13ABitFlippedInTheLogCostsNothingUnsaid() throws Exception {
        Path store = killed();
        List<String> said = new ArrayList<>();
        for (long at : places(StoreLog.file(store), 10)) {
            said.add(flipAndOpen(store, "-wal", at, 3));
        }
        for (long at : new long[] {0, 24, 12, 30, 5}) {
            said.add(flipAndOpen(store, ".lock", at, 0));
        }
        assertThat(said).anyMatch(words -> words.contains("stored answers cannot be read"));
    }

    /** By hand: folder, how many random places, and the seed of these. */
    public static void main(String[] arguments) throws Exception {
        StoreDamageTest test = new StoreDamageTest();
        test.folder = Files.createDirectories(Path.of(arguments[0]));
        Random dice = new Random(Long.parseLong(arguments[2]));
        Path closed = test.closed();
        Path killed = test.killed();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            boolean log = i % 2 == 1;
            Path store = log ? killed : closed;
            String ending = log && i % 4 == 1 ? "-wal" : "";
            long size = Files.size(store.resolveSibling(store.getFileName() + ending));
            long at = i % 8 == 0 ? dice.nextInt(100) : (long) (dice.nextDouble() * size);
            String words;
            int bit = dice.nextInt(8);
            try {
                words = test.flipAndOpen(store, ending, at, bit);
            } catch (Throwable e) {
                words = "WRONG " + e;
            }
            System.out.println((log ? "killed" : "closed") + ending + " " + at + " " + bit + ": " + words);
        }
    }
}
