package dev.valuecompass.site;

import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.finding.PeriodLink;
import dev.valuecompass.site.finding.TrendFigure;
import dev.valuecompass.snapshot.PeriodRecord;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The links of each period back to earlier ones. Each is worked out once, and kept without the records it comes from. */
final class LinkChains {
    private final UnaryOperator<PeriodSource> before;
    private final BiFunction<PeriodRecord, PeriodRecord, PeriodLink> linking;
    /** By the later period. */
    private final Map<PeriodSource, PeriodLink> known = new IdentityHashMap<>();

    /** @param before the period that one is compared with; null where there is none @param linking of an earlier and a later one */
    LinkChains(UnaryOperator<PeriodSource> before, BiFunction<PeriodRecord, PeriodRecord, PeriodLink> linking) {
        this.before = before;
        this.linking = linking;
    }

    /**
     * From the latest link back, to the first that does not hold or as many as a line is drawn through. All that hold are worked
     * out at once, since earlier periods need them too and their records are read one after the other here.
     *
     * @param period whose chain it is
     * @param record of it
     * @param earlier the record before; null where there is none
     */
    List<PeriodLink> of(PeriodSource period, PeriodRecord record, PeriodRecord earlier) {
        List<PeriodLink> links = new ArrayList<>();
        PeriodSource at = period;
        PeriodRecord after = record;
        PeriodRecord then = earlier;
        PeriodSource source = earlier == null ? null : before.apply(period);
        while (source != null) {
            PeriodLink link = known.get(at);
            if (link == null) {
                then = then == null ? source.read() : then;
                link = linking.apply(then, after == null ? at.read() : after);
                known.put(at, link);
            }
            links.add(link);
            if (!link.holds()) {
                break;
            }
            at = source;
            after = then;
            then = null;
            source = before.apply(source);
        }
        return List.copyOf(links.subList(0, Math.min(links.size(), TrendFigure.MOST_LINKS)));
    }
}
