package dev.valuecompass.items;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How varied a set of texts is.
 *
 * @param selfBleu in [0, 1], low where they vary; null with fewer than two texts
 * @param distinct2 in (0, 1], high where they vary; null without two words
 */
public record Variety(Double selfBleu, Double distinct2) {
    /** A finished set may be so many times as uniform as the one that it is held against. */
    private static final double MOST = 2;

    private static final int STEPS = 10;

    public static Variety of(List<String> texts) {
        return new Variety(SelfBleu.of(texts), Distinct.of(texts, 2));
    }

    /** Whether Self-BLEU is at most twice, and Distinct-2 at least half of the other's. */
    boolean meets(Variety other) {
        return (selfBleu == null || other.selfBleu == null || selfBleu <= MOST * other.selfBleu)
                && (distinct2 == null || other.distinct2 == null || MOST * distinct2 >= other.distinct2);
    }

    /**
     * The best so many. Of pairs of words that a text brings, more and more have to be new, until the set is varied enough;
     * texts that were passed over fill it up where nothing else is left. If none is varied enough, the most varied counts:
     * it is never smaller than it could be.
     *
     * @param ranked best first
     * @param wanted 0 for all
     * @param pool the variety that it is held against
     */
    public static <T> List<T> best(List<T> ranked, Function<T, String> text, int wanted, Variety pool) {
        if (wanted == 0 || ranked.size() <= wanted) {
            return ranked;
        }
        List<T> mostVaried = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            List<T> chosen = choose(ranked, text, wanted, (double) step / STEPS);
            Variety variety = of(chosen.stream().map(text).toList());
            if (variety.meets(pool)) {
                return chosen;
            }
            if (variety.selfBleu() != null && variety.selfBleu() < least) {
                least = variety.selfBleu();
                mostVaried = chosen;
            }
        }
        return mostVaried;
    }

    private static <T> List<T> choose(List<T> ranked, Function<T, String> text, int wanted, double fresh) {
        Set<String> known = new HashSet<>();
        List<T> chosen = new ArrayList<>();
        List<T> passed = new ArrayList<>();
        for (T one : ranked) {
            if (chosen.size() == wanted) {
                return chosen;
            }
            Set<String> pairs =
                    NgramTokens.runs(NgramTokens.of(text.apply(one)), 2).keySet();
            long added = pairs.stream().filter(pair -> !known.contains(pair)).count();
            if (added >= fresh * pairs.size()) {
                known.addAll(pairs);
                chosen.add(one);
            } else {
                passed.add(one);
            }
        }
        chosen.addAll(passed.subList(0, Math.min(passed.size(), wanted - chosen.size())));
        return chosen;
    }
}
