package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.finding.PeriodLink;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.SnapshotFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Links back to earlier periods. */
class LinkChainsTest {
    private final List<String> read = new ArrayList<>();
    private final List<PeriodSource> newestFirst =
            List.of(source("2025-04"), source("2025-03"), source("2025-02"), source("2025-01"));

    private static PeriodRecord record(String period) {
        return SamplePeriod.withSnapshot(
                SamplePeriod.proven(),
                snapshot -> SnapshotFields.copy(snapshot).period(period).build());
    }

    private PeriodSource source(String period) {
        return new PeriodSource() {
            @Override
            public PeriodRecord read() {
                read.add(period);
                return record(period);
            }

            @Override
            public dev.valuecompass.snapshot.Snapshot snapshot() {
                return record(period).snapshot();
            }

            @Override
            public Optional<Path> folder() {
                return Optional.empty();
            }
        };
    }

    private PeriodSource before(PeriodSource source) {
        int at = newestFirst.indexOf(source) + 1;
        return at < newestFirst.size() ? newestFirst.get(at) : null;
    }

    /** The sample shares too few questions, so the first link does not hold and no earlier period is read for it. */
    @Test
    void nothingIsReadBeyondALinkThatDoesNotHold() {
        List<PeriodLink> links =
                new LinkChains(this::before).of(newestFirst.get(0), record("2025-04"), record("2025-03"));
        assertThat(links).extracting(link -> link.before() + " " + link.after()).containsExactly("2025-03 2025-04");
        assertThat(links.get(0).holds()).isFalse();
        assertThat(read).isEmpty();
    }

    @Test
    void theFirstPeriodHasNoLink() {
        assertThat(new LinkChains(this::before).of(newestFirst.get(3), record("2025-01"), null))
                .isEmpty();
    }
}
