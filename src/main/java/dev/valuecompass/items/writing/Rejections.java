package dev.valuecompass.items.writing;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many proposals became no item, by the reason; screens count for themselves. Safe for use by many threads; what it
 * tells does not depend on their order.
 */
public final class Rejections {
    private final SortedMap<Reason, Integer> counts = new TreeMap<>();

    /** Why a proposal became no item. */
    public enum Reason {
        /** No explorer wrote anything usable. */
        UNWRITTEN,
        /** It repeats a published item, or one of this round. */
        ECHO,
        /** It is too much like others on its topic. */
        SIMILAR,
        /** Too few of the strong panel gave an answer that could be read. */
        UNANSWERED,
        /** It tells models apart no better than what it was made from. */
        WEAK,
        /** In its words it is too much like better ones of the finished set. */
        UNIFORM
    }

    /** Where these are all, nobody wrote or answered anything usable. */
    public static final Set<Reason> NOBODY = Set.of(Reason.UNWRITTEN, Reason.UNANSWERED);

    public synchronized void note(Reason reason) {
        counts.merge(reason, 1, Integer::sum);
    }

    /** The same counts with one more. @param number of proposals; 0 adds nothing */
    public static SortedMap<Reason, Integer> with(SortedMap<Reason, Integer> counts, Reason reason, int number) {
        SortedMap<Reason, Integer> more = new TreeMap<>(counts);
        if (number > 0) {
            more.merge(reason, number, Integer::sum);
        }
        return more;
    }

    /** By reason; those that never occurred are missing. */
    public synchronized SortedMap<Reason, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
