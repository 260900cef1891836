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

    private static final int STEPS = 20;

    public static Variety of(List<String> texts) {
        return new Variety(SelfBleu.of(texts), Distinct.of(texts, 2));
    }

    /** Whether Self-BLEU is at most twice, and Distinct-2 at least half of the other's. */
    boolean meets(Variety other) {
        return (selfBleu == null || other.selfBleu == null || selfBleu <= MOST * other.selfBleu)
                && (distinct2 == null || other.distinct2 == null || MOST * distinct2 >= other.distinct2);
    }

    /**
     * What was chosen.
     *
     * @param kept best first
     * @param passed how many that rank above the last of them were passed over, for being too much like better ones
     */
    public record Choice<T>(List<T> kept, int passed) {}

    /**
     * The best so many that are varied enough. Of the pairs of words that a text brings, more and more have to be new, until
     * the set is at most twice as uniform as as many starting items. It may hold fewer than are wanted.
     *
     * @param ranked best first
     * @param wanted 0 for all
     * @param pool starting items, in an order in which any number of the first are a fair sample
     */
    public static <T> Choice<T> best(List<T> ranked, Function<T, String> text, int wanted, List<String> pool) {
        int most = wanted == 0 ? ranked.size() : wanted;
        for (int step = 0; step < STEPS; step++) {
            Choice<T> chosen = choose(ranked, text, most, (double) step / STEPS);
            Variety variety = of(chosen.kept().stream().map(text).toList());
            if (variety.meets(among(pool, chosen.kept().size()))) {
                return chosen;
            }
        }
        return choose(ranked, text, most, 1);
    }

    /** Of as many starting items, or of all if there are fewer. */
    public static Variety among(List<String> pool, int size) {
        return of(pool.subList(0, Math.min(pool.size(), Math.max(2, size))));
    }

    private static <T> Choice<T> choose(List<T> ranked, Function<T, String> text, int most, double fresh) {
        Set<String> known = new HashSet<>();
        List<T> kept = new ArrayList<>();
        int passed = 0;
        int behind = 0;
        for (T one : ranked) {
            if (kept.size() == most) {
                break;
            }
            Set<String> pairs =
                    NgramTokens.runs(NgramTokens.of(text.apply(one)), 2).keySet();
            long added = pairs.stream().filter(pair -> !known.contains(pair)).count();
            if (added >= fresh * pairs.size()) {
                known.addAll(pairs);
                kept.add(one);
                passed += behind;
                behind = 0;
            } else {
                behind++;
            }
        }
        return new Choice<>(kept, passed + (kept.size() < most ? behind : 0));
    }
}
