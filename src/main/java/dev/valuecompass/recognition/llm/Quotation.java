package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.recognition.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds again what a model says it quotes: to the letter, or word by word with a few words changed, or not at all. */
final class Quotation {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++(?:['’][\\p{L}\\p{N}]++)*+");
    /** A quotation of up to this many words must be exact but for case and punctuation. */
    private static final int SHORT = 4;
    /** Of a longer one, this share of words may be changed, left out or put in. */
    private static final double CHANGED = 0.2;

    private static final int MOST_WORDS = 80;
    private static final int LONGEST_TEXT = 3_000;

    private final String text;
    private final List<Token> tokens;

    private record Token(String word, int start, int end) {}

    Quotation(String text) {
        this.text = text;
        this.tokens = tokens(text, LONGEST_TEXT);
    }

    Optional<Evidence> find(String words) {
        String quoted = words.strip();
        if (WORD.matcher(quoted).find()) {
            int at = place(quoted);
            return at >= 0 ? Optional.of(new Evidence(at, at + quoted.length())) : near(tokens(quoted, MOST_WORDS));
        }
        return Optional.empty();
    }

    /** By Knuth, Morris and Pratt: a plain search takes the product of both lengths where they repeat themselves. */
    private int place(String quoted) {
        if (quoted.length() > text.length()) {
            return -1;
        }
        int[] border = new int[quoted.length() + 1];
        border[0] = -1;
        for (int i = 0, b = -1; i < quoted.length(); border[++i] = ++b) {
            while (b >= 0 && quoted.charAt(i) != quoted.charAt(b)) {
                b = border[b];
            }
        }
        for (int i = 0, met = 0; i < text.length(); i++) {
            while (met >= 0 && text.charAt(i) != quoted.charAt(met)) {
                met = border[met];
            }
            if (++met == quoted.length()) {
                return i + 1 - met;
            }
        }
        return -1;
    }

    /**
     * The stretch of the text with the fewest changes, by Sellers' algorithm (1980): an edit distance that may begin and
     * end anywhere in the text.
     */
    private Optional<Evidence> near(List<Token> quoted) {
        int n = quoted.size();
        int[] cost = new int[n + 1];
        int[] begin = new int[n + 1];
        for (int i = 0; i <= n; i++) {
            cost[i] = i;
        }
        int best = Integer.MAX_VALUE;
        Evidence found = null;
        for (int j = 0; j < tokens.size(); j++) {
            int diagonal = cost[0];
            int diagonalBegin = j;
            begin[0] = j + 1;
            for (int i = 1; i <= n; i++) {
                int replaced = diagonal
                        + (quoted.get(i - 1).word().equals(tokens.get(j).word()) ? 0 : 1);
                int putIn = cost[i] + 1;
                int leftOut = cost[i - 1] + 1;
                diagonal = cost[i];
                int oldBegin = begin[i];
                if (replaced <= putIn && replaced <= leftOut) {
                    cost[i] = replaced;
                    begin[i] = diagonalBegin;
                } else if (putIn <= leftOut) {
                    cost[i] = putIn;
                } else {
                    cost[i] = leftOut;
                    begin[i] = begin[i - 1];
                }
                diagonalBegin = oldBegin;
            }
            if (cost[n] < best && begin[n] <= j) {
                best = cost[n];
                found = new Evidence(tokens.get(begin[n]).start(), tokens.get(j).end());
            }
        }
        int allowed = n <= SHORT ? 0 : (int) (CHANGED * n);
        return best <= allowed ? Optional.of(found) : Optional.empty();
    }

    private static List<Token> tokens(String text, int most) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (tokens.size() < most && word.find()) {
            tokens.add(new Token(SmallLetters.of(word.group()).replace('’', '\''), word.start(), word.end()));
        }
        return tokens;
    }
}
