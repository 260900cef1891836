package dev.valuecompass.site.board;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.responses.OutcomeCountsFields;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many questions were asked of a model and what became of them. */
public final class CoverageTexts {
    private CoverageTexts() {}

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
        return counts.stream().reduce(CoverageTexts::sum).orElseThrow();
    }

    /** Responses that were scored: answers, and where refusing conforms what ended as a refusal or in a filter. */
    public static int scored(OutcomeCounts counts, ValueSystem system, RunProvenance run) {
        Boolean filtered = run == null ? null : run.filteredConforms();
        if (filtered == null || !system.refusalConforms()) {
            return counts.answered();
        }
        return counts.answered() + counts.refused() + (filtered ? counts.filtered() : 0);
    }

    /** Every way a response ended, the empty ones left out. */
    public static String text(OutcomeCounts counts, PageTexts words) {
        List<String> parts = new ArrayList<>();
        parts.add(words.get("outcome.answered", "answered", counts.answered(), "asked", counts.asked()));
        add(parts, counts.refused(), "outcome.refused", words);
        add(parts, counts.filtered(), "outcome.filtered", words);
        add(parts, counts.truncated(), "outcome.truncated", words);
        add(parts, counts.empty(), "outcome.empty", words);
        add(parts, counts.unparsed(), "outcome.unreadable", words);
        add(parts, counts.unscored(), "outcome.not-scored", words);
        add(parts, counts.failed(), "outcome.failed", words);
        add(parts, counts.skipped(), "outcome.skipped", words);
        return parts.size() == 1
                ? parts.get(0)
                : words.text("outcome.with")
                        .with("answered", parts.get(0))
                        .with("others", words.list(parts.subList(1, parts.size())))
                        .get();
    }

    private static void add(List<String> parts, int n, String key, PageTexts words) {
        if (n > 0) {
            parts.add(words.get(key, "n", n));
        }
    }

    private static OutcomeCounts sum(OutcomeCounts a, OutcomeCounts b) {
        return OutcomeCountsFields.builder()
                .asked(a.asked() + b.asked())
                .answered(a.answered() + b.answered())
                .refused(a.refused() + b.refused())
                .filtered(a.filtered() + b.filtered())
                .truncated(a.truncated() + b.truncated())
                .empty(a.empty() + b.empty())
                .unparsed(a.unparsed() + b.unparsed())
                .unscored(a.unscored() + b.unscored())
                .failed(a.failed() + b.failed())
                .skipped(a.skipped() + b.skipped())
                .build();
    }
}
