package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerCardDetailFields;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.responses.OutcomeCountsFields;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.RecognizerError;
import dev.valuecompass.snapshot.Canonical;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.EvolvedPeriod;
import dev.valuecompass.snapshot.PeriodFreezer;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.snapshot.check.SnapshotCheck;
import dev.valuecompass.snapshot.proof.PeriodProof;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No number of a published score goes unchecked, unproven or untold in the table, whatever numbers come to it. */
class EveryFigureTest {
    private static final RecognizerCard.Quality QUALITY = new RecognizerCard.Quality(
            64,
            "toy answers",
            0.75,
            0.938,
            0.938,
            0.875,
            RecognizerCardDetailFields.builder()
                    .kappaLow(0.1)
                    .kappaHigh(0.3)
                    .truePositives(30)
                    .falsePositives(2)
                    .falseNegatives(2)
                    .trueNegatives(30)
                    .calibration(List.of(new RecognizerCard.Bin(64, 0.6, 0.5)))
                    .evidenceMet(1)
                    .evidenceOf(2)
                    .opposed(null)
                    .languages(List.of())
                    .build(),
            List.of());

    static Stream<String> figures() {
        return read().filter(component -> component.getType() != String.class).map(RecordComponent::getName);
    }

    /** What is corrected takes labels by people; {@code LabelCommandTest} forges one. */
    private static Stream<RecordComponent> read() {
        return Arrays.stream(ScoreCell.class.getRecordComponents())
                .filter(component -> component.getType() != ScoreCell.Corrected.class);
    }

    /** Evolved items and a recogniser whose error was measured, so that every figure is there. */
    private static PeriodRecord whole() {
        PeriodRecord scored = EvolvedPeriod.scored();
        Snapshot s = scored.snapshot();
        RecognizerCard card = s.recognizers().get(0);
        List<RecognizerCard> cards = List.of(new RecognizerCard(
                card.id(),
                card.version(),
                card.description(),
                card.fittedOn(),
                Map.of("toy", QUALITY),
                card.sameFamily()));
        SystemResult published = s.systems().get(0);
        Optional<RecognizerError> error = RecognizerError.of(cards, card.version(), "toy");
        SystemResult result = new PeriodFreezer(s.run().scoring(), s.run().seed())
                .result(EvaluatedSystem.of(scored, published.system()), error)
                .with(published.evolution());
        Snapshot with = SnapshotFields.copy(s)
                .systems(List.of(result))
                .recognizers(cards)
                .build();
        return Canonical.of(scored.withSnapshot(with));
    }

    private static PeriodRecord with(PeriodRecord period, ScoreCell cell, ScoreCell other) {
        SystemResult result = period.snapshot().systems().get(0);
        List<ScoreCell> cells = new ArrayList<>(result.scores());
        cells.set(cells.indexOf(cell), other);
        return period.withSnapshot(period.snapshot()
                .withSystems(List.of(new SystemResult(
                        result.system(), result.items(), cells, result.evolved(), result.evolution()))));
    }

    /** A cell in which no figure is missing. */
    private static ScoreCell full(PeriodRecord period) throws ReflectiveOperationException {
        for (ScoreCell cell : period.snapshot().systems().get(0).scores()) {
            boolean all = true;
            for (RecordComponent component : read().toList()) {
                all &= component.getAccessor().invoke(cell) != null;
            }
            if (all) {
                return cell;
            }
        }
        throw new AssertionError("no cell has every figure");
    }

    private static ScoreCell changed(ScoreCell cell, String figure, boolean impossible)
            throws ReflectiveOperationException {
        RecordComponent[] components = ScoreCell.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object value = components[i].getAccessor().invoke(cell);
            values[i] = components[i].getName().equals(figure) ? changed(value, impossible) : value;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return ScoreCell.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object changed(Object value, boolean impossible) {
        if (value instanceof Double number) {
            return impossible ? Double.valueOf(-1) : Double.valueOf(number < 1 ? number + 0.25 : number - 0.25);
        }
        if (value instanceof Interval interval) {
            return impossible
                    ? new Interval(interval.high() + 1, interval.low(), interval.level())
                    : new Interval(interval.low() / 2, Math.max(interval.high() - 0.001, 99), interval.level());
        }
        OutcomeCounts c = (OutcomeCounts) value;
        return impossible
                ? OutcomeCountsFields.copy(c).asked(c.asked() + 1).build()
                : OutcomeCountsFields.copy(c)
                        .answered(c.answered() - 1)
                        .refused(c.refused() + 1)
                        .build();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void whatCannotBeIsRefused(String figure) throws ReflectiveOperationException {
        PeriodRecord period = whole();
        assertThat(SnapshotCheck.check(period)).isEmpty();
        ScoreCell cell = full(period);
        assertThat(SnapshotCheck.check(with(period, cell, changed(cell, figure, true))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void whatWasChangedIsFound(String figure) throws ReflectiveOperationException {
        PeriodRecord period = whole();
        assertThat(PeriodProof.of(period, Snapshot.SCHEMA_VERSION).wrongs()).isEmpty();
        ScoreCell cell = full(period);
        assertThat(PeriodProof.of(with(period, cell, changed(cell, figure, false)), Snapshot.SCHEMA_VERSION)
                        .wrongs())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theTableForSpreadsheetsHasIt(String figure) throws ReflectiveOperationException {
        PeriodRecord period = whole();
        ScoreCell cell = full(period);
        assertThat(scores(with(period, cell, changed(cell, figure, false)))).isNotEqualTo(scores(period));
    }

    private static List<List<Object>> scores(PeriodRecord period) {
        return PeriodTables.of(period).get(0).rows().get().toList();
    }
}
