package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks, rights and damage under a run store, as the user of the command line meets them. */
@Tag("slow")
class StoreFaultsTest {
    private static final int ITEMS = ProviderRun.ITEMS;
    private static final String STORE = "2026-11.sqlite";

    @TempDir
    Path home;

    private static void assertOneSentence(CommandLineRun run, String... words) {
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(words).contains("1 mistake").doesNotContain("Exception", "\tat ");
    }

    /** Without the vectors that tests share, since nothing can be put into the folder of runs. */
    private CommandLineRun alone(String... arguments) {
        return CommandLineRun.alone(home, arguments);
    }

    private Path store() {
        return home.resolve("runs").resolve(STORE);
    }

    private void change(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store())) {
            assertThat(connection.createStatement().executeUpdate(statement)).isPositive();
        }
    }

    private ProviderRun begun() throws IOException {
        ProviderRun provider = new ProviderRun(home, 0);
        provider.configure(List.of("one"), ITEMS, "").run("run");
        assertThat(provider.asked()).isEqualTo(ITEMS);
        return provider;
    }

    @Test
    void r13NothingIsBoughtAgainFromADamagedStoreUntilThatIsAccepted() throws Exception {
        try (ProviderRun provider = begun()) {
            change("update call set result = replace(result, 'much', 'such') where rowid in (3, 5)");
            for (String command : List.of("run", "evaluate", "rescore", "plan")) {
                assertOneSentence(provider.run(command), store() + ": damaged: 2 of ", "--accept-losses");
            }
            assertThat(provider.asked()).isEqualTo(ITEMS);
            assertThat(calls(provider.run("plan", "--accept-losses", "--json"))).isEqualTo(2);
            provider.run("run", "--accept-losses");
            assertThat(provider.asked()).isEqualTo(ITEMS + 2);
            assertThat(home.resolve("runs/" + STORE + ".damaged")).isRegularFile();
            assertThat(provider.run("run").err()).doesNotContain("--accept-losses");
            assertThat(provider.asked()).isEqualTo(ITEMS + 2);
        }
    }

    private static int calls(CommandLineRun plan) {
        assertThat(plan.exit()).as(plan.err()).isZero();
        return Json.tree(plan.out(), "plan").get("calls").asInt();
    }

    @Test
    void r13WhatRunWouldBeginAnewPlanCountsWhole() throws Exception {
        try (ProviderRun provider = begun()) {
            Files.writeString(store(), "x".repeat((int) Files.size(store())));
            assertOneSentence(provider.run("plan"), store() + ": damaged: none of ", "--accept-losses");
            assertThat(calls(provider.run("plan", "--accept-losses", "--json"))).isEqualTo(ITEMS);
            provider.run("run", "--accept-losses");
            assertThat(provider.asked()).isEqualTo(2 * ITEMS);
        }
    }

    @Test
    void r13APageThatIsBrokenInTheMiddleIsNamedBeforeAnythingIsAsked() throws Exception {
        try (ProviderRun provider = begun()) {
            long middle = Files.size(store()) / 4096 / 2 * 4096;
            try (FileChannel file = FileChannel.open(store(), StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.allocate(4096), middle);
            }
            CommandLineRun refused = provider.run("run");
            assertThat(refused.err()).doesNotContain("Exception", "\tat ");
            assertThat(refused.exit() == 3 || refused.err().contains("--accept-losses"))
                    .isTrue();
            assertThat(provider.asked()).isEqualTo(ITEMS);
        }
    }

    @Test
    void aShardWithALossIsNotMergedUntilThatIsAccepted() throws Exception {
        try (ProviderRun provider = begun()) {
            change("delete from call where rowid = 2");
            Path other = Files.createDirectories(home.resolve("other"));
            CommandLineRun refused = provider.run(
                    "merge", "--runs", other.toString(), home.resolve("runs").toString());
            assertOneSentence(refused, store() + ": damaged: 1 of ", "--accept-losses");
            CommandLineRun merged = provider.run(
                    "merge",
                    "--accept-losses",
                    "--runs",
                    other.toString(),
                    home.resolve("runs").toString());
            assertThat(merged.out()).as(merged.err()).contains(", 1 damaged and left out");
        }
    }

    @Test
    void r36AModelIsNotLeftAloneForEver() throws Exception {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            provider.configure(List.of("one"), ITEMS, "").run("plan");
            provider.run("run", "--stop-after", "1s");
            int before = provider.asked();
            change("insert into rest values ('web one', '+12026-01-01T00:00:00Z', 'x')");
            provider.configure(List.of("one"), ITEMS + 4, "");
            assertOneSentence(provider.run("run"), "leaves web one alone until '+12026-01-01", "--forget-limits");
            assertThat(provider.asked()).isEqualTo(before);
            provider.run("run", "--forget-limits");
            assertThat(provider.asked()).isGreaterThanOrEqualTo(ITEMS + 4);
        }
    }

    @Test
    void whatCannotBeAStoreIsSaidByPlanToo() throws Exception {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            provider.configure(List.of("one"), ITEMS, "");
            Files.createDirectories(store());
            for (String command : List.of("plan", "run")) {
                assertOneSentence(provider.run(command), store() + ": ", "folder");
            }
            Files.delete(store());
            Files.writeString(store(), "this is a letter, not a database ".repeat(100));
            for (String command : List.of("plan", "run")) {
                assertOneSentence(provider.run(command), store() + ": not a run store", "move it away");
            }
            assertThat(provider.asked()).isZero();
        }
    }

    @Test
    void aFileWhereTheFolderOfRunsIsMeantIsNamed() throws Exception {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            provider.configure(List.of("one"), ITEMS, "");
            Path file = Files.writeString(home.resolve("file"), "");
            CommandLineRun run = alone("evaluate", "--runs", file.toString());
            assertOneSentence(run, file + ": cannot be written: a file lies where a folder is needed");
        }
    }

    /** A disk of its own, where the machine lets one be made. */
    private Path disk(String options) throws IOException, InterruptedException {
        Path disk = Files.createDirectories(home.resolve("disk"));
        boolean mounted = mount("-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
        assumeTrue(mounted, "this user may not mount a small disk");
        return disk;
    }

    private static boolean mount(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void unmount(Path disk) throws IOException, InterruptedException {
        new ProcessBuilder("umount", disk.toString()).start().waitFor();
    }

    private static MockResponse longAnswer() {
        return new MockResponse.Builder()
                .body("{\"model\":\"m\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\""
                        + "There is much to be said. ".repeat(600)
                        + "\"}}],\"usage\":{\"prompt_tokens\":2000,\"completion_tokens\":9}}")
                .build();
    }

    @Test
    void r14AFullDiskStopsARunInOneSentenceAndNothingIsLost() throws Exception {
        Path disk = disk("size=300k");
        try (ProviderRun provider = new ProviderRun(home, body -> longAnswer())) {
            provider.configure(List.of("one"), ITEMS * 3, "");
            CommandLineRun full = provider.run("run", "--runs", disk.toString());
            assertOneSentence(full, "cannot be written: the disk is full", "make room");
            assertThat(full.err()).doesNotContain("not a run store", "move it away");
            int asked = provider.asked();
            assertThat(asked).isBetween(1, ITEMS * 3 - 1);
            assertOneSentence(provider.run("run", "--runs", disk.toString()), "the disk is full");
            int again = provider.asked();
            assertThat(again - asked).isLessThanOrEqualTo(2);
            assertThat(mount("-o", "remount,size=20m", disk.toString())).isTrue();
            provider.run("run", "--runs", disk.toString());
            // Two are under way at once, so each time so many could not be kept.
            assertThat(provider.asked()).isBetween(ITEMS * 3, ITEMS * 3 + 4);
        } finally {
            unmount(disk);
        }
    }

    @Test
    void aReadOnlyDiskIsSaidAndPlanReadsItAllTheSame() throws Exception {
        Path disk = disk("size=20m");
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            provider.configure(List.of("one"), ITEMS, "").run("run", "--runs", disk.toString());
            int asked = provider.asked();
            assertThat(mount("-o", "remount,ro", disk.toString())).isTrue();
            assertOneSentence(alone("evaluate", "--runs", disk.toString()), disk.toString(), "read-only");
            CommandLineRun plan = alone("plan", "--json", "--runs", disk.toString());
            assertThat(plan.exit()).as(plan.err()).isZero();
            assertThat(provider.asked()).isEqualTo(asked);
            assertOneSentence(alone("init", disk.resolve("board").toString()), disk.toString(), "read-only");
        } finally {
            unmount(disk);
        }
    }
}
