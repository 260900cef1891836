package dev.valuecompass.snapshot.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.scores.validity.Priming;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.ValueSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside a period is held against its own answers. */
class EvidenceCheckTest {
    @TempDir
    Path data;

    private Path primes;

    /** Each value is shown twice when the model is told to hold it, and never else. */
    @BeforeEach
    void freeze() {
        PeriodStore store = new PeriodStore(data);
        store.write(SamplePeriod.proven());
        ValueSystem system = store.snapshot("2025-03").systems().get(0).system();
        List<String> values = system.dimensionIds();
        TreeMap<String, List<String>> told = new TreeMap<>();
        for (int v = 0; v < values.size(); v++) {
            String row = ".".repeat(v) + "+" + ".".repeat(values.size() - v - 1);
            told.put(values.get(v), List.of(row, row));
        }
        Priming.InstructedLabels labels =
                new Priming.InstructedLabels(Collections.nCopies(2, ".".repeat(values.size())), told);
        PrimesFile.write(
                data,
                "2025-03",
                Map.of(
                        system.id(),
                        new Priming.Asked(0.9, values, List.of("q1", "q2"), new TreeMap<>(Map.of("alpha", labels)))),
                null);
        primes = PrimesFile.FILE.path(data, "2025-03");
    }

    @Test
    void instructedLabelsGiveTheirFiguresAgain() {
        assertThat(EvidenceCheck.of(data, "2025-03"))
                .isEqualTo(new EvidenceCheck.Told(List.of("primes.json"), List.of()));
    }

    @Test
    void riseOrEffectThatDoesNotFollowIsFound() throws IOException {
        for (String figure : List.of("\"after\" : 100.0", "\"effect\" : 3.141593")) {
            String before = Files.readString(primes);
            assertThat(before).contains(figure);
            Files.writeString(primes, before.replaceFirst(figure, figure.replaceFirst("[0-9.]+$", "1.5")));
            assertThat(EvidenceCheck.of(data, "2025-03").defects())
                    .singleElement()
                    .asString()
                    .contains("primes.json", "is not what follows from its own answers");
            Files.writeString(primes, before);
        }
    }

    @Test
    void labelThatIsMissingOrNoneMakesTheFileUnreadable() throws IOException {
        String before = Files.readString(primes);
        for (String spoilt :
                List.of(before.replaceFirst("\"[.]+\",", ""), before.replaceFirst("\"[.](?=[.]+\")", "\"x"))) {
            assertThat(spoilt).isNotEqualTo(before);
            Files.writeString(primes, spoilt);
            assertThat(EvidenceCheck.of(data, "2025-03").defects())
                    .singleElement()
                    .asString()
                    .contains("is not what this program writes");
        }
    }

    /** Seven and eight pairs of words, of which "should everyone" is in both: 14 of 15 differ. */
    @Test
    void referencePoolIsDescribedAgainWhereItLiesThereAsItWas() throws IOException {
        String system = new PeriodStore(data)
                .snapshot("2025-03")
                .systems()
                .get(0)
                .system()
                .id();
        Path pool = data.resolve("topics/other.jsonl");
        Files.createDirectories(pool.getParent());
        String texts = """
                {"id": "r1", "category": "work", "text": "Should everyone in a large town be paid?"}
                {"id": "r2", "category": "home", "text": "Should everyone live quite alone at home or not?"}
                """;
        Files.writeString(pool, texts);
        ReferencesFile.write(DataFolder.over(data), "2025-03", Map.of(system, List.of("topics/other.jsonl")));
        Path file = ReferencesFile.FILE.path(data, "2025-03");
        ReferenceSets.ReferenceSet set =
                ReferencesFile.FILE.parsed(file).systems().get(0).sets().get(0);
        assertThat(set.items()).isEqualTo(2);
        assertThat(set.meanWords()).isEqualTo(8.5);
        assertThat(set.distinct2()).isEqualTo(0.933333);
        assertThat(set.categories()).isEqualTo(2);
        assertThat(EvidenceCheck.of(data, "2025-03").held()).containsExactly("primes.json", "references.json");

        String before = Files.readString(file);
        Files.writeString(file, before.replace("0.933333", "0.99"));
        assertThat(EvidenceCheck.of(data, "2025-03").defects())
                .singleElement()
                .asString()
                .contains("references.json", "is not what follows");

        Files.writeString(file, before);
        Files.writeString(pool, texts.replace("paid", "poor"));
        assertThat(EvidenceCheck.of(data, "2025-03"))
                .isEqualTo(new EvidenceCheck.Told(
                        List.of(
                                "primes.json",
                                "references.json: not recomputed, since the pool is not at hand as it was: topics/other.jsonl",
                                "references.json"),
                        List.of()));
    }
}
