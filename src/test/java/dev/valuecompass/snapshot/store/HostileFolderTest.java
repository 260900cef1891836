package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.SamplePeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A period that somebody filled with whatever breaks programs is reported, and nothing outside of it is read. */
@Tag("slow")
class HostileFolderTest {
    @TempDir
    Path data;

    private Path folder;

    @BeforeEach
    void freeze() {
        new PeriodStore(data).write(SamplePeriod.proven());
        folder = data.resolve("periods/2025-03");
    }

    private interface Trap {
        void in(Path period) throws IOException;
    }

    private static Trap text(String file, String from, String to) {
        return period -> {
            String text = Files.readString(period.resolve(file));
            assertThat(text).contains(from);
            Files.writeString(period.resolve(file), text.replaceFirst(Pattern.quote(from), to));
        };
    }

    private static Trap linked(String name) {
        return period -> {
            Path path = period.resolve(name);
            Path outside = period.resolveSibling("outside");
            Files.move(path, outside);
            Files.createSymbolicLink(path, outside);
        };
    }

    private static Trap added(String file, String line) {
        return period -> Files.writeString(period.resolve(file), Files.readString(period.resolve(file)) + line + "\n");
    }

    private static Trap missing(String file) {
        return period -> Files.delete(period.resolve(file));
    }

    static Stream<Arguments> traps() {
        String s = "snapshot.json";
        return Stream.of(
                arguments("two dimensions of one id", text(s, "\"id\" : \"caution\"", "\"id\" : \"daring\"")),
                arguments("two systems of one id", (Trap) HostileFolderTest::twoSystems),
                arguments("two models of one id", text(s, "\"id\" : \"beta\"", "\"id\" : \"alpha\"")),
                arguments("two items of one id", text("items.jsonl", "\"id\":\"q2\"", "\"id\":\"q1\"")),
                arguments("two cases of one id", text("cases/beta.jsonl", "\"id\":\"q4\"", "\"id\":\"q2-2\"")),
                arguments("two rows of one answer", text("labels/beta.jsonl", "\"sample\":1", "\"sample\":0")),
                arguments("a group of an unknown value", text(s, "\"caution\",", "\"nothing\",")),
                arguments(
                        "two fields of one name", text(s, "\"revision\" : 1,", "\"revision\" : 1, \"revision\" : 1,")),
                arguments("a huge revision", text(s, "\"revision\" : 1", "\"revision\" : 2147483647")),
                arguments("huge samples", text(s, "\"samples\" : 2,", "\"samples\" : 1000,")),
                arguments("huge orders", text(s, "\"orders\" : 3", "\"orders\" : 2147483647")),
                arguments("a number out of range", text(s, "\"seed\" : 7", "\"seed\" : 1e400")),
                arguments("a number of many digits", text(s, "\"conformity\" : 50.0", "\"conformity\" : 1e-999999999")),
                arguments("counts that overflow", text(s, "\"answered\" : 12", "\"answered\" : 2147483647")),
                arguments("a negative span", text("cases/beta.jsonl", "\"start\":0", "\"start\":-5")),
                arguments("a huge span", text("cases/beta.jsonl", "\"end\":3", "\"end\":2147483647")),
                arguments("a null in a list", text(s, "\"models\" : [", "\"models\" : [ null,")),
                arguments("a row that is null", added("labels/beta.jsonl", "null")),
                arguments("an item that is null", added("items.jsonl", "null")),
                arguments("a case that is null", added("cases/beta.jsonl", "null")),
                arguments("a reading that is null", text("cases/beta.jsonl", "\"readings\":[", "\"readings\":[null,")),
                arguments("deep nesting", added("items.jsonl", "[".repeat(100_000))),
                arguments("a link in place of a file", linked("labels/beta.jsonl")),
                arguments("a link in place of the snapshot", linked(s)),
                arguments("a link in place of the checksums", linked(Checksums.FILE)),
                arguments("a link in place of a folder", linked("labels")),
                arguments("a link that leads nowhere", (Trap)
                        p -> Files.createSymbolicLink(p.resolve("x"), Path.of("/no"))),
                arguments("a link to itself", (Trap) p -> Files.createSymbolicLink(p.resolve("x"), p.resolve("x"))),
                arguments("a folder in place of a file", (Trap) HostileFolderTest::folders),
                arguments("no snapshot", missing(s)),
                arguments("no items", missing("items.jsonl")),
                arguments("no checksums", missing(Checksums.FILE)),
                arguments("checksums of a file outside", added(Checksums.FILE, "0".repeat(64) + "  ../../secret")),
                arguments("checksums of an absolute path", added(Checksums.FILE, "0".repeat(64) + "  /etc/passwd")),
                arguments("revisions that are none", (Trap) p -> Files.createDirectories(p.resolve("revisions/99"))),
                arguments("bytes that are no text", (Trap)
                        p -> Files.write(p.resolve(s), new byte[] {(byte) 0xff, 0})));
    }

    private static void twoSystems(Path period) throws IOException {
        Path file = period.resolve("snapshot.json");
        String text = Files.readString(file);
        int from = text.indexOf("\"systems\" : [") + "\"systems\" : [".length();
        String system = text.substring(from, text.indexOf("  ],\n  \"models\""));
        Files.writeString(file, text.substring(0, from) + system + "," + text.substring(from));
    }

    private static void folders(Path period) throws IOException {
        Files.delete(period.resolve("labels/beta.jsonl"));
        Files.createDirectories(period.resolve("labels/beta.jsonl"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void isReported(String name, Trap trap) throws IOException {
        trap.in(folder);
        sums();
        assertThat(complaints(() -> Verification.verify(folder).defects())).isNotEmpty();
        PeriodStore store = new PeriodStore(data);
        assertThat(store.periods()).containsExactly("2025-03");
        complaints(() -> store.check("2025-03"));
        complaints(() -> List.of(new Defect(store.read("2025-03").snapshot().title(), 0, "", "")));
        complaints(() -> List.of(new Defect(store.snapshot("2025-03").title(), 0, "", "")));
        complaints(() -> List.of(new Defect(store.write(SamplePeriod.proven()).name(), 0, "", "")));
    }

    private interface Look {
        List<Defect> found();
    }

    /** Anything but mistakes with their places would be a crash. */
    private static List<Defect> complaints(Look look) {
        try {
            return look.found();
        } catch (DataException e) {
            return e.defects();
        }
    }

    /** What lets itself be digested is digested anew, unless it is the checksums that are the trap. */
    private void sums() throws IOException {
        Path file = folder.resolve(Checksums.FILE);
        if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                && !Files.readString(file).contains("0".repeat(64))
                && Files.isDirectory(folder.resolve(PeriodFiles.LABELS), java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.writeString(file, Checksums.write(new TreeMap<>(FolderFiles.contents(folder))));
            } catch (DataException links) {
                return;
            }
        }
    }
}
