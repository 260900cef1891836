package dev.valuecompass.snapshot;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names that a reader would take for one: equal but for case, width, spaces, invisible characters and punctuation.
 * {@code +} tells names apart ("Command R" and "Command R+" are two models), and so does a dot between digits.
 */
public final class NearNames {
    private NearNames() {}

    /** Two entries of one list, by index from 0, whose names clash. */
    public record Clash(int first, int second, String firstName, String secondName) {
        /** Whether the names are the same letter for letter. */
        public boolean exact() {
            return firstName.equals(secondName);
        }
    }

    /** Each name that clashes with an earlier one, with the earliest such. */
    public static List<Clash> clashes(List<String> names) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Clash> clashes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Integer first = seen.putIfAbsent(fold(names.get(i)), i);
            if (first != null) {
                clashes.add(new Clash(first, i, names.get(first), names.get(i)));
            }
        }
        return clashes;
    }

    /** The known name that is meant by an unknown one: the one of equal fold, else the one of fewest edits. */
    public static Optional<String> nearest(String name, List<String> known) {
        String folded = fold(name);
        return known.stream()
                .filter(k -> fold(k).equals(folded))
                .findFirst()
                .or(() -> known.stream()
                        .filter(k -> edits(fold(k), folded) <= Math.max(1, folded.length() / 4))
                        .min(java.util.Comparator.comparingInt(k -> edits(fold(k), folded))));
    }

    static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<!\\d)\\.|\\.(?!\\d)", "")
                .replaceAll("[\\s\\p{Z}\\p{C}\\p{P}&&[^.]]", "");
    }

    /** Levenshtein's distance. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
