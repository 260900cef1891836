package dev.valuecompass.snapshot.evidence;

import static org.assertj.core.api.Assertions.assertThat;

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
        primes = PrimesFile.path(data, "2025-03");
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
}
