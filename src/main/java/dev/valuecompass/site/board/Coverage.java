package dev.valuecompass.site.board;

import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.site.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many questions were asked of a model and what became of them. */
public final class Coverage {
    private Coverage() {}

    /**
     * Counts over dimensions.
     *
     * @param counts at least one
     * @param shared whether every response was read for every dimension, so that each cell counts the same responses
     */
    static OutcomeCounts of(List<OutcomeCounts> counts, boolean shared) {
        if (shared) {
            return counts.stream()
                    .max(Comparator.comparingInt(OutcomeCounts::asked))
                    .orElseThrow();
        }
        return counts.stream().reduce(Coverage::sum).orElseThrow();
    }

    /** Every way a response ended, the empty ones left out. */
    public static String text(OutcomeCounts counts) {
        List<String> parts = new ArrayList<>();
        add(parts, counts.refused(), "refused");
        add(parts, counts.filtered(), "filtered");
        add(parts, counts.truncated(), "truncated");
        add(parts, counts.empty(), "empty");
        add(parts, counts.unparsed(), "unreadable");
        add(parts, counts.unscored(), "not scored");
        add(parts, counts.failed(), "failed");
        add(parts, counts.skipped(), "skipped");
        String rest = parts.isEmpty() ? "" : "; " + String.join(", ", parts);
        return Figures.whole(counts.answered()) + " of " + Figures.whole(counts.asked()) + " answered" + rest;
    }

    private static void add(List<String> parts, int n, String what) {
        if (n > 0) {
            parts.add(Figures.whole(n) + " " + what);
        }
    }

    private static OutcomeCounts sum(OutcomeCounts a, OutcomeCounts b) {
        return new OutcomeCounts(
                a.asked() + b.asked(),
                a.answered() + b.answered(),
                a.refused() + b.refused(),
                a.filtered() + b.filtered(),
                a.truncated() + b.truncated(),
                a.empty() + b.empty(),
                a.unparsed() + b.unparsed(),
                a.unscored() + b.unscored(),
                a.failed() + b.failed(),
                a.skipped() + b.skipped());
    }
}
