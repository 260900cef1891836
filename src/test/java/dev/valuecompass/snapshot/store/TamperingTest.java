package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.proof.Unproven;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody changes a frozen period and writes its checksums anew: it is found, or named as what nothing proves. */
@Tag("slow")
class TamperingTest {
    @TempDir
    static Path original;

    @TempDir
    Path data;

    private Path folder;

    @BeforeAll
    static void freeze() {
        PeriodStore store = new PeriodStore(original);
        store.write(simulated(SamplePeriod.imported()));
        store.write(SamplePeriod.proven());
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> all = Files.walk(original)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = data.resolve(original.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        folder = data.resolve("periods/2025-03");
    }

    /** Measured periods do not follow simulated ones. */
    private static PeriodRecord simulated(PeriodRecord record) {
        return SamplePeriod.withSnapshot(
                record, one -> SnapshotFields.copy(one).synthetic(true).build());
    }

    private interface Change {
        void in(Path period) throws IOException;
    }

    private static Change text(String file, String from, String to) {
        return period -> {
            Path path = period.resolve(file);
            String text = Files.readString(path);
            assertThat(text).contains(from);
            Files.writeString(path, text.replaceFirst(Pattern.quote(from), to));
        };
    }

    private static Change snapshot(String from, String to) {
        return text("snapshot.json", from, to);
    }

    private static Change both(Change one, Change two) {
        return period -> {
            one.in(period);
            two.in(period);
        };
    }

    private static Change without(String... files) {
        return period -> {
            for (String file : files) {
                Files.delete(period.resolve(file));
            }
        };
    }

    private static Change noLabels() {
        return without("labels/alpha.jsonl", "labels/beta.jsonl", "labels/gamma.jsonl", "labels/delta-2.5.jsonl");
    }

    private static Change droppedLine(String file) {
        return period -> {
            List<String> lines = new ArrayList<>(Files.readAllLines(period.resolve(file)));
            lines.remove(lines.size() - 1);
            Files.write(period.resolve(file), lines);
        };
    }

    static Stream<Arguments> found() {
        return Stream.of(
                arguments(
                        "a score", snapshot("\"conformity\" : 50.0", "\"conformity\" : 77.7"), "the labels give 50.0"),
                arguments("a win rate", snapshot("\"winRate\" : ", "\"winRate\" : 1"), "win rate is"),
                arguments("labels removed", noLabels(), "the labels of alpha, beta, delta-2.5, gamma are missing"),
                arguments(
                        "labels removed, and said to be imported",
                        both(noLabels(), snapshot("\"kind\" : \"evaluated\"", "\"kind\" : \"imported\"")),
                        "only an evaluated period has run, recognizers"),
                arguments("labels of a model removed", without("labels/beta.jsonl"), "labels of beta are missing"),
                arguments(
                        "an answer left out", droppedLine("labels/beta.jsonl"), "has 11 rows for 6 items of 2 samples"),
                arguments("a label", text("labels/beta.jsonl", ".++-", "+++-"), "toy, beta, daring: conformity"),
                arguments("an outcome", text("labels/beta.jsonl", "ANSWERED", "UNPARSED"), "beta, daring: counts"),
                arguments("digest of items", snapshot("\"items\" : \"", "\"items\" : \"0"), "fingerprint.items is 0"),
                arguments("text of an item", text("items.jsonl", "Is q1 right", "Is q1 wrong"), "fingerprint.items is"),
                arguments("an item left out", droppedLine("items.jsonl"), "unknown item 'q6'"),
                arguments("entropy", text("items.jsonl", "\"daring\":0.918296", "\"daring\":0.5"), "entropy of q"),
                arguments("sampling", snapshot("samples\\\":2", "samples\\\\\":3"), "fingerprint.sampling is"),
                arguments(
                        "recogniser",
                        snapshot("\"recognizer\" : \"v1\"", "\"recognizer\" : \"v2\""),
                        "recognizer is v2"),
                arguments("scale", snapshot("conformity-percent", "win-percent"), "fingerprint.scale is win-percent"),
                arguments("a case's reading", text("cases/beta.jsonl", "\"NOT\"", "\"OPPOSES\""), "its labels say"),
                arguments("a case's prompt", text("cases/beta.jsonl", "Is q", "Was q"), "another prompt than its item"),
                arguments(
                        "a case left out", droppedLine("cases/beta.jsonl"), "by the rule, the labels give other cases"),
                arguments(
                        "all cases left out", without("cases/beta.jsonl"), "by the rule, the labels give other cases"),
                arguments(
                        "a concept of no model's",
                        text("cases/beta.jsonl", "\"end\":3", "\"end\":3,\"concept\":\"agrees\""),
                        "has a concept"),
                arguments("evidence", text("cases/beta.jsonl", "\"end\":3", "\"end\":5"), "with a space at an end"),
                arguments(
                        "evidence outside", text("cases/beta.jsonl", "\"end\":3", "\"end\":300"), "outside the answer"),
                arguments("a case's score", text("cases/beta.jsonl", "\"score\":null", "\"score\":9"), "has a score"),
                arguments(
                        "synthetic", snapshot("\"synthetic\" : true", "\"synthetic\" : false"), "source is simulated"),
                arguments("accuracy", snapshot("\"accuracy\" : 0.6", "\"accuracy\" : 0.99"), "accuracy is 0.99"),
                arguments("kappa", snapshot("\"kappa\" : 0.2", "\"kappa\" : 0.99"), "kappa is 0.99"),
                arguments("gold answers", snapshot("\"n\" : 10", "\"n\" : 999"), "n is 999"),
                arguments(
                        "opposed",
                        snapshot(
                                "\"evidenceOf\" : 2",
                                "\"evidenceOf\" : 2, \"opposed\" : {\"labelled\": 1, \"seen\": 1, \"met\": 2}"),
                        "seen as opposed cannot be"),
                arguments("calibration", snapshot("\"observed\" : 0.5", "\"observed\" : 0.9"), "its calibration tells"),
                arguments("seed", snapshot("\"seed\" : 7", "\"seed\" : 8"), "spread of the win rate is"),
                arguments("number of items", snapshot("\"items\" : 6", "\"items\" : 7"), "toy: items is 7"),
                arguments(
                        "cases per value",
                        snapshot("\"casesPerDimension\" : 2", "\"casesPerDimension\" : 1"),
                        "by the rule"),
                arguments("a field more", snapshot("\"title\" :", "\"best\" : 1, \"title\" :"), "'best'"),
                arguments(
                        "a field more in a line",
                        text("cases/beta.jsonl", "\"readings\"", "\"verdict\":\"good\",\"readings\""),
                        "not as this program writes it"),
                arguments("a file more", (Change) p -> Files.writeString(p.resolve("x.txt"), "x"), "the file is gone"),
                arguments("the link before", snapshot("\"sha256\" : \"", "\"sha256\" : \"0"), "snapshot.json"),
                arguments(
                        "the period before",
                        (Change) p ->
                                Files.writeString(p.resolveSibling("2025-02").resolve("SHA256SUMS"), ""),
                        "the chain is broken: period 2025-02 was changed"),
                arguments(
                        "no link",
                        (Change) TamperingTest::unlinked,
                        "names nothing that was frozen before it, but 2025-02"));
    }

    private static void unlinked(Path period) throws IOException {
        Path file = period.resolve("snapshot.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("(?s)\"previous\" : \\{.*?\\}", "\"previous\" : null"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("found")
    void isFound(String name, Change change, String message) throws IOException {
        change.in(folder);
        sums(folder);
        assertThat(Verification.verify(folder).defects())
                .anySatisfy(defect -> assertThat(defect.toString()).contains(message));
    }

    static Stream<Arguments> declared() {
        return Stream.of(
                arguments("model.name", snapshot("\"name\" : \"Alpha\"", "\"name\" : \"GPT-9\"")),
                arguments("model.licence", snapshot("\"licence\" : \"MIT\"", "\"licence\" : \"CC0\"")),
                arguments("price.input", snapshot("\"input\" : 0.1", "\"input\" : 0.2")),
                arguments("snapshot.title", snapshot("\"title\" : \"Sample\"", "\"title\" : \"Other\"")),
                arguments("run.dollars", snapshot("\"dollars\" : 0.25", "\"dollars\" : 0.01")),
                arguments("run.promptTokens", snapshot("\"promptTokens\" : 10", "\"promptTokens\" : 1")),
                arguments("run.configDigest", snapshot("\"configDigest\" : \"abc\"", "\"configDigest\" : \"000\"")),
                arguments("fingerprint.prompts", snapshot("\"prompts\" : \"p\"", "\"prompts\" : \"q\"")),
                arguments("dimension.definition", snapshot("What daring is.", "What it is.")),
                arguments("quality.auc", snapshot("\"auc\" : 0.75", "\"auc\" : 0.99")),
                arguments("caseReading.strength", text("cases/beta.jsonl", "\"strength\":0.75", "\"strength\":0.9")),
                arguments("case.answer", text("cases/beta.jsonl", "says beta", "shouts beta")));
    }

    /** What holds although it was changed must be named, or the verdict would claim too much. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("declared")
    void isNamedAsNotProvable(String field, Change change) throws IOException {
        change.in(folder);
        sums(folder);
        assertThat(Verification.verify(folder).defects()).isEmpty();
        assertThat(Unproven.lines())
                .anySatisfy(line ->
                        assertThat(List.of(line.split(": ", 2)[0].split(", "))).contains(field));
    }

    @Test
    void theUntouchedPeriodHolds() {
        Verification.Report report = Verification.verify(folder);
        assertThat(report.defects()).isEmpty();
        assertThat(report.proven()).isTrue();
        assertThat(new PeriodStore(data).check("2025-03")).isEmpty();
    }

    @Test
    void checkFindsABrokenChainToo() throws IOException {
        Files.move(data.resolve("periods/2025-02"), data.resolve("2025-02"));
        assertThat(new PeriodStore(data).check("2025-03")).isEmpty();
        new PeriodStore(data).write(FreezingProcess.period("Later", "2025-04"));
        Files.move(folder, data.resolve("2025-03"));
        Files.move(data.resolve("2025-02"), data.resolve("periods/2025-02"));
        assertThat(new PeriodStore(data).check("2025-04"))
                .singleElement()
                .asString()
                .contains("period 2025-03, which was frozen before it, is missing");
    }

    /** Older months are sometimes imported later; the order of freezing is what is chained. */
    @Test
    void thePeriodThatWasFrozenLastIsNamedWhateverItsMonth() {
        PeriodStore store = new PeriodStore(data);
        store.write(FreezingProcess.period("Earlier", "2024-01"));
        store.write(FreezingProcess.period("Later", "2025-04"));
        assertThat(store.read("2024-01").snapshot().previous())
                .returns("2025-03", previous -> previous.period())
                .returns(store.digest("2025-03"), previous -> previous.sha256());
        assertThat(store.read("2025-04").snapshot().previous()).returns("2024-01", previous -> previous.period());
        store.revise(FreezingProcess.period("Corrected", "2024-01"), "wrong");
        assertThat(store.read("2024-01").snapshot().previous()).returns("2024-01", previous -> previous.period());
        for (String period : store.periods()) {
            assertThat(store.check(period)).isEmpty();
            assertThat(Verification.verify(store.folder(period)).defects()).isEmpty();
        }
        assertThat(Verification.verify(store.folder("2025-03")).notes())
                .anyMatch(note -> note.endsWith("named by 2024-01"));
    }

    private static void sums(Path period) {
        try {
            Files.writeString(
                    period.resolve(Checksums.FILE), Checksums.write(new TreeMap<>(FolderFiles.contents(period))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
