package dev.valuecompass.site;

import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.finding.PeriodLink;
import dev.valuecompass.site.finding.TrendFigure;
import dev.valuecompass.snapshot.PeriodRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The links of each period back to earlier ones. Each is worked out once, and kept without the records it comes from. */
final class LinkChains {
    private final UnaryOperator<PeriodSource> before;
    private final Map<List<String>, PeriodLink> known = new HashMap<>();

    /** @param before the period that one is compared with; null where there is none */
    LinkChains(UnaryOperator<PeriodSource> before) {
        this.before = before;
    }

    /**
     * From the latest link back, to the first that does not hold or as many as a line is drawn through.
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
        String name = record.snapshot().period();
        PeriodSource source = earlier == null ? null : before.apply(period);
        while (source != null && links.size() < TrendFigure.MOST_LINKS) {
            String nameBefore =
                    then == null ? source.snapshot().period() : then.snapshot().period();
            PeriodLink link = known.get(List.of(nameBefore, name));
            if (link == null) {
                then = then == null ? source.read() : then;
                link = PeriodLink.of(then, after == null ? at.read() : after);
                known.put(List.of(nameBefore, name), link);
            }
            links.add(link);
            if (!link.holds()) {
                break;
            }
            name = nameBefore;
            after = then;
            then = null;
            at = source;
            source = before.apply(source);
        }
        return links;
    }
}
