package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.snapshot.GoldRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels by people, from the draw to a revision that verifies. */
@Tag("slow")
class LabelCommandTest {
    @TempDir
    Path home;

    private Path gold(String name) {
        return home.resolve("data/gold/2026-11").resolve(name);
    }

    private CommandLineRun ok(String... args) {
        CommandLineRun run = CommandLineRun.of(home, args);
        assertThat(run.exit())
                .as(String.join(" ", args) + run.err() + run.out())
                .isZero();
        return run;
    }

    @Test
    void twoRatersLabelAndTheRevisionVerifies() throws IOException {
        new SmallPanel().system("schwartz", "items: 8").write(home);
        assertThat(CommandLineRun.of(home, "label", "draw").err())
                .as("nothing was asked yet")
                .contains("answers are not in the store; ask for them with run");
        ok("run");
        assertThat(CommandLineRun.of(home, "label", "simulate").err()).contains("nothing was drawn");

        assertThat(ok("label", "draw", "--labels", "26").out()).contains("label-2026-11-1.html");
        assertThat(Files.readString(gold("label-2026-11-1.html"))).doesNotContain("aurora");
        assertThat(ok("label", "simulate", "--error", "0.1").out()).contains("synthetic");
        assertThat(CommandLineRun.of(
                                home, "label", "read", gold("simulated-1.jsonl").toString())
                        .err())
                .contains("rater simulated-1 is alone; name the files of two raters or more");

        String divided = read(2);
        assertThat(divided)
                .contains("human ceiling", "synthetic: simulated raters, not people", "Krippendorff's alpha 0.")
                .contains("raters are divided; give a further one");
        assertThat(gold("ties-2026-11.html")).exists();
        ok("label", "simulate", "--raters", "3", "--error", "0.1");
        assertThat(read(3)).contains("0 not settled");

        ok("run");
        Path period = home.resolve("data/periods/2026-11");
        assertThat(period.resolve("gold.jsonl")).doesNotExist();
        ok("rescore", "--reason", "labelled by people");
        assertThat(period.resolve("gold.jsonl")).hasSameTextualContentAs(gold("gold.jsonl"));
        assertThat(period.resolve("revisions/1")).isDirectory();
        assertThat(Files.readString(period.resolve("errata.md"))).contains("labelled by people");
        ok("verify");
        ok("run");
        corrected(period);
        assertThat(CommandLineRun.of(home, "validity").out())
                .containsPattern("who reads, [a-z-]+: 0\\.\\d\\d of the variance of scores");
        assertThat(Files.readString(home.resolve("public/2026-11/validity/index.html")))
                .contains(
                        "Who reads",
                        "Recogniser above people, in points",
                        "of the differences between models come from");

        List<String> lines = new ArrayList<>(Files.readAllLines(period.resolve("gold.jsonl")));
        lines.set(0, lines.get(0).replaceFirst("\"simulated-1\":\".\"", "\"simulated-1\":\"-\""));
        Files.write(period.resolve("gold.jsonl"), lines);
        assertThat(CommandLineRun.of(home, "verify").err()).contains("gold.jsonl: was edited after it was frozen");
    }

    /** Every value has its 20 labels, so scores are those that people would have given, and follow from the files. */
    private void corrected(Path period) throws IOException {
        String snapshot = Files.readString(period.resolve("snapshot.json"));
        assertThat(snapshot).contains("\"corrected\" : {");
        assertThat(Files.readString(home.resolve("public/2026-11/index.html")))
                .containsPattern(
                        "from [0-9]+ labels by people; the machine that read the rest agrees with them at κ = ");
        assertThat(Files.readString(home.resolve("public/2026-11/models/delta-pro/index.html")))
                .contains("As read");

        Path forged = home.resolve("forged");
        Files.createDirectories(forged);
        try (Stream<Path> files = Files.walk(period)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = forged.resolve(period.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        String lied = snapshot.replaceFirst("(\"level\" : )[0-9.]+(,\\s+\"interval\")", "$199.0$2");
        assertThat(lied).isNotEqualTo(snapshot);
        Files.writeString(forged.resolve("snapshot.json"), lied);
        String sums = Files.readString(forged.resolve("SHA256SUMS"));
        Files.writeString(forged.resolve("SHA256SUMS"), sums.replace(Digest.sha256(snapshot), Digest.sha256(lied)));
        assertThat(CommandLineRun.of(home, "verify", forged.toString()).err()).contains("corrected score is");
    }

    private String read(int raters) {
        List<String> args = new ArrayList<>(List.of("label", "read"));
        for (int r = 1; r <= raters; r++) {
            args.add(gold("simulated-" + r + ".jsonl").toString());
        }
        String out = ok(args.toArray(String[]::new)).out();
        assertThat(JsonLines.read(gold("gold.jsonl"), GoldRecord.class)).isNotEmpty();
        return out;
    }
}
