package dev.valuecompass.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Self-BLEU (Zhu et al. 2018, arXiv 1802.01886): the mean BLEU of each text against all the others as references; low is
 * varied. BLEU as Papineni et al. (2002): runs of 1 to 4 words with equal weights, counts clipped by the most that one
 * reference has, brevity penalty by the reference of the closest length. A precision of 0 counts as ε/n with ε = 0.1 (the
 * first smoothing of Chen and Cherry 2014), so that one missing run of four does not make it all 0. Texts of fewer than
 * four words use the runs that they have.
 *
 * <p>What the other texts have is looked up in one table for each n: the highest count, and the next highest of another
 * text. So the work grows with the words, not with the pairs of texts.
 */
final class SelfBleu {
    private static final int LONGEST_RUN = 4;
    private static final double EPSILON = 0.1;

    private final List<List<String>> texts = new ArrayList<>();
    private final List<Map<String, Most>> tables = new ArrayList<>();
    /** How many texts have a length. */
    private final TreeMap<Integer, Integer> lengths = new TreeMap<>();

    private SelfBleu(List<String> all) {
        for (String text : all) {
            List<String> words = NgramTokens.of(text);
            if (!words.isEmpty()) {
                texts.add(words);
                lengths.merge(words.size(), 1, Integer::sum);
            }
        }
        for (int n = 1; n <= LONGEST_RUN; n++) {
            Map<String, Most> table = new HashMap<>();
            for (int t = 0; t < texts.size(); t++) {
                int text = t;
                NgramTokens.runs(texts.get(t), n)
                        .forEach((run, count) -> table.merge(run, new Most(text, count, 0), Most::with));
            }
            tables.add(table);
        }
    }

    /** @return in [0, 1]; null with fewer than two texts that have words */
    static Double of(List<String> texts) {
        SelfBleu bleu = new SelfBleu(texts);
        return bleu.texts.size() < 2
                ? null
                : IntStream.range(0, bleu.texts.size())
                        .mapToDouble(bleu::bleu)
                        .average()
                        .orElseThrow();
    }

    private double bleu(int text) {
        List<String> words = texts.get(text);
        int longest = Math.min(LONGEST_RUN, words.size());
        double logs = 0;
        for (int n = 1; n <= longest; n++) {
            logs += StrictMath.log(precision(text, n)) / longest;
        }
        int reference = closest(words.size());
        double brevity = words.size() >= reference ? 1 : StrictMath.exp(1 - (double) reference / words.size());
        return brevity * StrictMath.exp(logs);
    }

    private double precision(int text, int n) {
        Map<String, Most> table = tables.get(n - 1);
        int all = texts.get(text).size() - n + 1;
        double matched = 0;
        for (Map.Entry<String, Integer> run :
                NgramTokens.runs(texts.get(text), n).entrySet()) {
            matched += Math.min(run.getValue(), table.get(run.getKey()).outside(text));
        }
        return (matched == 0 ? EPSILON : matched) / all;
    }

    /** The length of another text that is closest to this one; of two the shorter. */
    private int closest(int length) {
        if (lengths.get(length) > 1) {
            return length;
        }
        Integer below = lengths.lowerKey(length);
        Integer above = lengths.higherKey(length);
        if (below == null || above == null) {
            return below == null ? above : below;
        }
        return length - below <= above - length ? below : above;
    }

    /** @param text that has a run most often @param most how often @param next the most of all the others */
    private record Most(int text, int most, int next) {
        Most with(Most other) {
            return other.most > most
                    ? new Most(other.text, other.most, most)
                    : new Most(text, most, Math.max(next, other.most));
        }

        int outside(int of) {
            return of == text ? next : most;
        }
    }
}
