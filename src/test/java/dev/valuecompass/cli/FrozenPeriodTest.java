package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frozen period is never paid for twice, and only what decides its figures counts as a change of it. */
@Tag("slow")
class FrozenPeriodTest {
    private static final int ITEMS = 6;

    @TempDir
    Path home;

    private void freeze(ProviderRun provider) throws IOException {
        provider.configure(List.of("one", "two"), ITEMS, "");
        CommandLineRun run = provider.run("run");
        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        assertThat(provider.asked()).isEqualTo(2 * ITEMS);
    }

    private void edit(String before, String after) throws IOException {
        Path file = home.resolve("data/leaderboard.yml");
        String yaml = Files.readString(file);
        assertThat(yaml).contains(before);
        Files.writeString(file, yaml.replace(before, after));
    }

    private SortedMap<String, String> periods() {
        return FileTree.digests(home.resolve("data/periods"));
    }

    @Test
    void withoutItsStoreNothingIsSentForItByAnyCommand() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, ProviderRun::opinion)) {
            freeze(provider);
            SortedMap<String, String> frozen = periods();
            FileTree.delete(home.resolve("runs"));

            CommandLineRun run = provider.run("run");
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.err()).contains("period 2026-11 is frozen: nothing is asked for it", "--reason");
            assertThat(run.out()).contains("0 calls");
            CommandLineRun evaluate = provider.run("evaluate");
            assertThat(evaluate.exit()).isZero();
            assertThat(evaluate.err()).contains("is frozen");
            CommandLineRun plan = provider.run("plan");
            assertThat(plan.out()).contains("period 2026-11 is frozen", "0 calls");
            assertThat(Json.tree(provider.run("plan", "--json").out(), "plan")
                            .get("frozen")
                            .asBoolean())
                    .isTrue();
            assertThat(provider.run("rescore").exit()).isEqualTo(3);
            assertThat(provider.run("items", "write", "--system", "schwartz", "--dimension", "security")
                            .exit())
                    .isEqualTo(1);
            edit("items: 6}", "items: 6, evolve: {budget: 3}}");
            edit("recognizer: embedded}", "recognizer: embedded, explorers: [one], scorers: [one, two]}");
            CommandLineRun generate = provider.run("items", "generate");
            assertThat(generate.err()).contains("is frozen");

            assertThat(provider.asked()).isEqualTo(2 * ITEMS);
            assertThat(periods()).isEqualTo(frozen);
        }
    }

    @Test
    void textsOfTheSiteAndCommentsAreNoChangeAndWhatDecidesFiguresIsNamedBeforeAnythingIsSent() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, ProviderRun::opinion)) {
            freeze(provider);
            SortedMap<String, String> frozen = periods();

            edit("title: {name: Small}", "# a comment\ntitle: {name: Great, licence: CC0, tagline: News}");
            edit("concurrency: 2", "concurrency: 3");
            assertThat(provider.run("run").exit()).isZero();

            edit("model: one,", "model: one-mini,");
            CommandLineRun other = provider.run("run");
            assertThat(other.exit()).isEqualTo(1);
            assertThat(other.err())
                    .contains("the frozen period 2026-11 would change: a model, a role, a pool")
                    .contains("compass run --reason TEXT", "compass rescore --reason TEXT", "docs/corrections.md");
            edit("model: one-mini,", "model: one,");
            edit("items: 6}", "items: 5}");
            assertThat(provider.run("run").err()).contains("would change: other items would be asked");
            edit("items: 5}", "items: 6}");
            edit("max-tokens: 300", "max-tokens: 301");
            assertThat(provider.run("run").err()).contains("would change: run.sampling");
            assertThat(provider.asked()).isEqualTo(2 * ITEMS);
            assertThat(periods()).isEqualTo(frozen);
        }
    }

    @Test
    void theSiteOfAFrozenPeriodIsRenderedAnewWhereAnythingThatDecidesItChangedAndElseLeftAlone() throws IOException {
        String left = "nothing that decides the site has changed since it was rendered, so it is left as it is";
        try (ProviderRun provider = new ProviderRun(home, ProviderRun::opinion)) {
            freeze(provider);
            Path page = home.resolve("public/index.html");
            SortedMap<String, String> site = FileTree.digests(home.resolve("public"));
            assertThat(provider.run("run").err()).contains(left).doesNotContain("rendering");
            assertThat(FileTree.digests(home.resolve("public"))).isEqualTo(site);

            edit("title: {name: Small}", "title: {name: Small, tagline: Measured anew}");
            assertThat(provider.run("run").err()).contains("rendering the site");
            assertThat(Files.readString(page)).contains("Measured anew");
            assertThat(provider.run("run").err()).contains(left);

            Files.delete(page);
            assertThat(provider.run("run").err()).contains("rendering the site");
            Files.writeString(page, Files.readString(page).replace("Measured anew", "Measured twice"));
            assertThat(provider.run("run").err()).contains("rendering the site");
            assertThat(Files.readString(page)).contains("Measured anew");

            Files.createDirectories(home.resolve("data/insights"));
            Files.writeString(home.resolve("data/insights/2026-11.md"), "A word on it.\n");
            assertThat(provider.run("run").err()).contains("rendering the site");
            assertThat(provider.run("withdraw", "2026-11", "--reason", "wrong").exit())
                    .isZero();
            assertThat(provider.run("run").err()).contains("rendering the site");
            assertThat(provider.run("run").err()).contains(left);
            assertThat(provider.run("site").out()).contains("1 period", "0 of them new or changed");

            Path frozen = home.resolve("data/periods/2026-11/items.jsonl");
            Files.writeString(frozen, Files.readString(frozen).replaceFirst("a", "b"));
            CommandLineRun tampered = provider.run("run");
            assertThat(tampered.exit()).isEqualTo(1);
            assertThat(tampered.err()).contains("was edited after it was frozen");
            assertThat(home.resolve("public/.site-inputs")).doesNotExist();
        }
    }

    @Test
    void aCorrectionAsksWhatIsMissingAndBecomesARevision() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, ProviderRun::opinion)) {
            freeze(provider);
            provider.configure(List.of("one", "two", "three"), ITEMS, "");
            assertThat(provider.run("run").err()).contains("models is 2 entries, would be 3 entries");
            assertThat(provider.run("plan", "--reason", "three was forgotten").out())
                    .contains("6 calls");

            CommandLineRun run = provider.run("run", "--reason", "three was forgotten");

            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(provider.asked()).isEqualTo(3 * ITEMS);
            assertThat(home.resolve("data/periods/2026-11/revisions/1")).isDirectory();
            assertThat(Files.readString(home.resolve("data/periods/2026-11/errata.md")))
                    .contains("three was forgotten");
            assertThat(provider.run("run").exit()).isZero();
            assertThat(provider.run("check").exit()).isZero();
        }
    }

    @Test
    void aPeriodOfSimulatedModelsGivesWayToMeasuredOnesAndToNothingElseUnasked() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, ProviderRun::opinion)) {
            provider.configure(List.of("aurora-large", "ember-1"), ITEMS, "");
            Path file = home.resolve("data/leaderboard.yml");
            String real = Files.readString(file);
            Files.writeString(
                    file,
                    real.replaceAll(
                            "(?s)kind: openai.*?examinees",
                            "kind: simulated\n    file: simulated/panel.yml\nexaminees"));
            assertThat(provider.run("run").exit()).isZero();

            CommandLineRun seeded = provider.run("run", "--seed", "21");
            assertThat(seeded.exit()).isEqualTo(1);
            assertThat(seeded.err()).contains("--replace-synthetic");
            assertThat(provider.run("run", "--seed", "21", "--replace-synthetic")
                            .exit())
                    .isZero();
            assertThat(provider.run("run", "--period", "2026-10").exit()).isZero();

            Files.writeString(file, real);
            CommandLineRun refused = provider.run("run");
            assertThat(refused.exit()).as("2026-10 was frozen after it").isEqualTo(1);
            assertThat(refused.err()).contains("period 2026-10 was frozen after it");
            FileTree.delete(home.resolve("data/periods/2026-10"));
            CommandLineRun measured = provider.run("run");
            assertThat(measured.exit()).as(measured.err()).isZero();
            assertThat(Files.readString(home.resolve("data/periods/2026-11/snapshot.json")))
                    .contains("\"synthetic\" : false", "\"previous\" : null");
            assertThat(home.resolve("data/periods/2026-11/revisions")).doesNotExist();
            assertThat(provider.run("check").exit()).isZero();
        }
    }
}
