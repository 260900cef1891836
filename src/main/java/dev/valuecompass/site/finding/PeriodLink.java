package dev.valuecompass.site.finding;

import dev.valuecompass.findings.Comparability;
import dev.valuecompass.findings.LinkedPeriods;
import dev.valuecompass.snapshot.PeriodRecord;
import java.util.List;
import java.util.Optional;

/**
 * Two periods that follow each other, and what ties them.
 *
 * @param before the earlier one, {@code YYYY-MM}
 * @param measured whether the answers of both were read here, so that labels are known
 * @param systems on one scale, where nothing forbids it
 */
public record PeriodLink(
        String before, String after, boolean measured, Comparability comparable, List<LinkedPeriods> systems) {
    /** Of changes on one scale: a move that is named is one at 5 %. */
    private static final double LEVEL = 0.95;

    public static PeriodLink of(PeriodRecord before, PeriodRecord after) {
        return new PeriodLink(
                before.snapshot().period(),
                after.snapshot().period(),
                before.snapshot().run() != null && after.snapshot().run() != null,
                Comparability.of(before.snapshot(), after.snapshot()),
                LinkedPeriods.of(before, after, LEVEL));
    }

    /** What ties a system; empty where nothing may be compared or its values differ. */
    public Optional<LinkedPeriods> system(String id) {
        return systems.stream().filter(one -> one.system().equals(id)).findFirst();
    }

    /** Whether some system has all of its values on one scale, so that a chain may go on before it. */
    public boolean holds() {
        return systems.stream().anyMatch(LinkedPeriods::whole);
    }
}
