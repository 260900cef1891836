package dev.valuecompass.items;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Distinct-n (Li et al. 2016, arXiv 1510.03055): different runs of n words over all runs of n words of a set of texts. */
final class Distinct {
    private Distinct() {}

    /** @return in (0, 1]; null when no text has n words */
    static Double of(List<String> texts, int n) {
        Set<String> different = new HashSet<>();
        long all = 0;
        for (String text : texts) {
            Map<String, Integer> runs = NgramTokens.runs(NgramTokens.of(text), n);
            different.addAll(runs.keySet());
            all += runs.values().stream().mapToInt(count -> count).sum();
        }
        return all == 0 ? null : (double) different.size() / all;
    }
}
