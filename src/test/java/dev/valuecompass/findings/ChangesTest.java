package dev.valuecompass.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.findings.Comparability.Kind;
import dev.valuecompass.findings.RankMoves.RankMove;
import dev.valuecompass.site.SmallPeriod;
import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.Fingerprints;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Fingerprint NOW = new Fingerprint("items", "recognizer", "prompts", "sampling", "percent");

    @Test
    void periodsCompareWhereTheirFingerprintsAgree() {
        assertThat(Comparability.of(NOW, NOW)).isEqualTo(new Comparability(Kind.ALL, List.of()));
        assertThat(Comparability.of(NOW, new Fingerprint("others", "recognizer", "prompts", "sampling", "percent")))
                .isEqualTo(new Comparability(Kind.SHARED_ITEMS, List.of("the items changed")));
        Comparability other =
                Comparability.of(NOW, new Fingerprint("items", "better", "prompts", "sampling", "percent"));
        assertThat(other).isEqualTo(new Comparability(Kind.NOTHING, List.of("the recogniser changed")));
        assertThat(Comparability.of(NOW, new Fingerprint("items", "recognizer", "", "sampling", "percent"))
                        .kind())
                .as("what is not known may have changed")
                .isEqualTo(Kind.NOTHING);
    }

    /** A model that is asked with something else is another test for itself, and a new one is none for the others. */
    @Test
    void settingsOfAModelCountWhereBothPeriodsHaveIt() {
        Snapshot plain = SamplePeriod.proven().snapshot();
        Snapshot high = asked(plain, "alpha", "{\"reasoning_effort\":\"high\"}");
        Snapshot low = asked(plain, "alpha", "{\"reasoning_effort\":\"low\"}");
        Snapshot without = SnapshotFields.copy(plain)
                .models(plain.models().stream()
                        .filter(model -> !model.id().equals("alpha"))
                        .toList())
                .build();
        assertThat(Comparability.of(low, high).reasons()).containsExactly("the sampling changed");
        assertThat(Comparability.of(plain, high).kind()).isEqualTo(Kind.NOTHING);
        assertThat(Comparability.of(high, high).kind()).isEqualTo(Kind.ALL);
        assertThat(Comparability.of(without, high).kind()).isEqualTo(Kind.ALL);
    }

    private static Snapshot asked(Snapshot snapshot, String model, String parameters) {
        List<ModelEntry> models = snapshot.models().stream()
                .map(one -> one.id().equals(model)
                        ? ModelEntryFields.copy(one)
                                .settings(new ModelEntry.Settings(parameters, ""))
                                .build()
                        : one)
                .toList();
        Fingerprint f = snapshot.fingerprint();
        return SnapshotFields.copy(snapshot)
                .models(models)
                .fingerprint(new Fingerprint(
                        f.items(),
                        f.recognizer(),
                        f.prompts(),
                        Fingerprints.sampling(snapshot.run().sampling(), models),
                        f.scale()))
                .build();
    }

    /**
     * Before: a 50, b 40, c 30. Now: a 35, b 40, d 60; c is gone. a's new score would have been second, behind b: one place
     * down by itself; d, who is new, takes it one further down to third. b is second both times: by itself it would
     * have stayed second; the field gives and takes nothing, as a falls behind and d comes in.
     */
    @Test
    void aMoveInRankHasTwoParts() {
        List<RankMove> moves =
                RankMoves.moves(Map.of("a", 50.0, "b", 40.0, "c", 30.0), Map.of("a", 35.0, "b", 40.0, "d", 60.0));
        assertThat(moves)
                .containsExactly(
                        new RankMove("a", 50.0, 35.0, 1, 3, -1, -1),
                        new RankMove("b", 40.0, 40.0, 2, 2, 0, 0),
                        new RankMove("c", 30.0, null, 3, null, null, null),
                        new RankMove("d", null, 60.0, null, 1, null, null));
        assertThat(moves.get(0).shift()).isEqualTo(-15);
        assertThat(moves.get(2).shift()).isNull();
    }

    /** n leads by 43 to 42 as it was read; people say 11 where 41 was read, which makes its mean 37. */
    @Test
    void whatIsClaimedGoesByTheScoresThatPeopleCorrected() {
        PeriodRecord read = ofTwo().build();
        PeriodRecord corrected = ofTwo().corrected("n", "mft", "care", 11).build();
        assertThat(RankMoves.between(read.snapshot(), corrected.snapshot())
                        .get(0)
                        .moves())
                .extracting(RankMove::model, RankMove::rankBefore, RankMove::rankAfter)
                .containsExactly(tuple("m", 2, 1), tuple("n", 1, 2));
        PeriodFigures figures = new PeriodFigures(corrected, Optional.empty(), null);
        assertThat(figures.means("mft")).containsExactly(entry("m", 42.0), entry("n", 37.0));
        assertThat(figures.meanInterval("mft", "n")).hasValueSatisfying(interval -> {
            assertThat(interval.low()).isCloseTo(34.4, within(1e-9));
            assertThat(interval.high()).isCloseTo(39.6, within(1e-9));
        });
    }

    private static SmallPeriod ofTwo() {
        return new SmallPeriod("2026-11", "mft")
                .model("m", "M", "Maker", true)
                .model("n", "N", "Maker", true)
                .scores("m", "mft", 40, 1)
                .scores("n", "mft", 41, 1);
    }

    /**
     * Two items are asked both times, one only before. The model expresses 1 of 5 and 2 of 4 (one unscored) before, 3 of 5
     * and 2 of 4 now: 20 and 50 against 60 and 50, so +40 and 0, mean 20.
     */
    @Test
    void sharedItemsLinkPeriodsWhoseItemsDiffer() {
        PeriodRecord before = period("2026-10", "Old?", "+....", "++..?");
        PeriodRecord after = period("2026-11", "New?", "+++..", "++..?");
        SharedItems shared = SharedItems.of("mft", before, after, 0.9);
        assertThat(shared.models()).containsExactly("m");
        assertThat(shared.change().n()).isEqualTo(2);
        assertThat(shared.change().mean()).isCloseTo(20, within(1e-9));
        assertThat(shared.byModel()).containsExactly(new SharedItems.ModelChange("m", 35, 55, 2));
        assertThat(RankMoves.between(before.snapshot(), after.snapshot()))
                .extracting(RankMoves::system)
                .containsExactly("mft");
    }

    private static PeriodRecord period(String name, String third, String first, String second) {
        return new SmallPeriod(name, "mft")
                .model("m", "M", "Maker", true)
                .scores("m", "mft", 40, 1)
                .item("q1", "mft", "One?")
                .item("q2", "mft", "Two?")
                .item("q3", "mft", third)
                .label("m", "q1", first)
                .label("m", "q2", second)
                .label("m", "q3", "+++++")
                .build();
    }
}
