package dev.valuecompass.io;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses which known name was meant by a wrong one. */
public final class NearestName {
    private static final int LISTED = 40;

    private NearestName() {}

    /**
     * The known name with the smallest edit distance, upper and lower case being equal; empty when more than a third of
     * the letters (at least two) would have to change. Of equally near names the first is taken.
     */
    public static Optional<String> of(String wrong, Collection<String> known) {
        String best = null;
        int least = Math.max(2, wrong.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least && distance < Math.max(wrong.length(), name.length())) {
                best = name;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The remedy for an unknown name: {@code did you mean 'x'? known: x, y, z}. */
    public static String remedy(String wrong, Collection<String> known) {
        if (known.isEmpty()) {
            return "none is known";
        }
        String list = known.stream().limit(LISTED).collect(Collectors.joining(", "));
        String rest = known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : "";
        return of(wrong, known).map(name -> "did you mean '" + name + "'? ").orElse("") + "known: " + list + rest;
    }

    /**
     * Damerau's distance in its restricted form (optimal string alignment): insertions, deletions, substitutions and
     * swaps of neighbours, no part being edited twice.
     */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
