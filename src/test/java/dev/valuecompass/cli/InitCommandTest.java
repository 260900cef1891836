package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A leaderboard of one's own, from nothing to its pages. */
@Tag("slow")
class InitCommandTest {
    @TempDir
    private Path home;

    @Test
    void aNewFolderChecksRunsAndShowsAValueSystemThatNobodyProgrammed() throws IOException {
        Path mine = home.resolve("mine");
        assertThat(CommandLineRun.of(home, "init", mine.toString()).out()).contains("leaderboard.yml", "./compass run");
        CommandLineRun check = CommandLineRun.of(home, "check", "--data", mine.toString());
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.err())
                .containsPattern("evaluate.yml:\\d+: OWNER stands for")
                .containsPattern("pages.yml:\\d+: OWNER stands for")
                .contains("write there the account that publishes it");
        for (String workflow : List.of("evaluate.yml", "pages.yml")) {
            Path file = mine.resolve(".github/workflows").resolve(workflow);
            Files.writeString(file, Files.readString(file).replace("uses: OWNER/", "uses: someone/"));
        }
        assertThat(CommandLineRun.of(home, "check", "--data", mine.toString(), "--strict")
                        .err())
                .isEmpty();

        Path site = mine.resolve("public");
        CommandLineRun run = CommandLineRun.of(
                home,
                "run",
                "--data",
                mine.toString(),
                "--runs",
                mine.resolve("runs").toString(),
                "--out",
                site.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(mine.resolve("periods/2026-11/snapshot.json")).exists();
        JsonNode snapshot = Json.tree(Files.readString(mine.resolve("periods/2026-11/snapshot.json")), "snapshot.json");
        assertThat(snapshot.get("systems").findValuesAsString("id")).contains("service", "candour", "initiative");
        assertThat(pages(site))
                .anyMatch(page ->
                        page.contains("Service Values") && page.contains("Candour") && page.contains("Ember 1"));
        assertThat(CommandLineRun.of(home, "verify", "--data", mine.toString()).exit())
                .isZero();
    }

    @Test
    void nothingIsOverwrittenAndEveryFileInTheWayIsNamed() throws IOException {
        Path mine = Files.createDirectories(home.resolve("mine"));
        Files.writeString(mine.resolve("leaderboard.yml"), "title: mine");
        Files.writeString(mine.resolve("README.md"), "mine too");
        CommandLineRun run = CommandLineRun.of(home, "init", mine.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("leaderboard.yml", "README.md", "nothing was written", "2 mistakes");
        assertThat(mine.resolve("leaderboard.yml")).hasContent("title: mine");
        try (Stream<Path> files = Files.list(mine)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        CommandLineRun run = CommandLineRun.of(home, "init", file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is a file, not a folder");
    }

    @Test
    void aFolderWithSpacesIsQuotedInTheCommandsThatFollow() {
        CommandLineRun run =
                CommandLineRun.of(home, "init", home.resolve("my own").toString());
        assertThat(run.out()).contains("--data '" + home.resolve("my own") + "'");
    }

    private static List<String> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(InitCommandTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
