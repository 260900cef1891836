package dev.valuecompass.io.text;

import dev.valuecompass.io.SmallLetters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names that a reader would take for one: equal but for case, width, spaces, invisible characters, punctuation and
 * letters of another script that look like Latin ones.
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

    /** Whether a word of the name mixes Latin letters with look-alikes of another script. */
    public static boolean mixesScripts(String name) {
        return LookAlikes.mixedWord(name);
    }

    /** What is left of a name without case, spaces and punctuation: names that agree in it are taken for one. */
    public static String fold(String name) {
        return SmallLetters.of(LookAlikes.latin(Normalizer.normalize(PiledMarks.thinned(name), Normalizer.Form.NFKC)))
                .replaceAll("(?<!\\d)\\.|\\.(?!\\d)", "")
                .replaceAll("[\\s\\p{Z}\\p{C}\\p{P}&&[^.]]", "");
    }
}
