package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.findings.Comparability;
import dev.valuecompass.findings.LinkedPeriods;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.LinkedScores;
import dev.valuecompass.scores.statistics.MeanChange;
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
                throw new AssertionError("the snapshot is the largest file");
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
        List<PeriodLink> links = new LinkChains(this::before, PeriodLink::of)
                .of(newestFirst.get(0), record("2025-04"), record("2025-03"));
        assertThat(links).extracting(link -> link.before() + " " + link.after()).containsExactly("2025-03 2025-04");
        assertThat(links.get(0).holds()).isFalse();
        assertThat(read).isEmpty();
    }

    @Test
    void theFirstPeriodHasNoLink() {
        assertThat(new LinkChains(this::before, PeriodLink::of).of(newestFirst.get(3), record("2025-01"), null))
                .isEmpty();
    }

    /** All links hold: each earlier period is read once more than its own pages read it, whatever the number of periods. */
    @Test
    void eachLinkIsWorkedOutOnce() {
        List<String> linked = new ArrayList<>();
        LinkChains chains = new LinkChains(this::before, (then, now) -> {
            linked.add(then.snapshot().period() + " " + now.snapshot().period());
            return whole(then.snapshot().period(), now.snapshot().period());
        });
        for (int i = 0; i < newestFirst.size(); i++) {
            String period = "2025-0" + (4 - i);
            PeriodRecord earlier = i == 3 ? null : record("2025-0" + (3 - i));
            List<PeriodLink> links = chains.of(newestFirst.get(i), record(period), earlier);
            assertThat(links).hasSize(3 - i);
            assertThat(links).allSatisfy(link -> assertThat(link.holds()).isTrue());
        }
        assertThat(linked).containsExactly("2025-03 2025-04", "2025-02 2025-03", "2025-01 2025-02");
        assertThat(read).containsExactly("2025-02", "2025-01");
    }

    private static PeriodLink whole(String before, String after) {
        MeanChange none = new MeanChange(0, 40, 1.0, new Interval(-1, 1, 0.95));
        LinkedScores scores =
                new LinkedScores(List.of("a"), List.of(50.0), List.of(50.0), List.of(none), none, List.of());
        return new PeriodLink(
                before,
                after,
                true,
                new Comparability(Comparability.Kind.ALL, List.of()),
                List.of(new LinkedPeriods("toy", List.of("v"), List.of(), 40, scores)));
    }
}
