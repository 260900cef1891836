package dev.valuecompass.embedding;

import dev.valuecompass.io.SmallLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits what a model wrote into sentences and says where each one is. Line ends always end a sentence; so do the full
 * stops of East Asian and South Asian scripts; a Latin full stop does so unless it belongs to an abbreviation, an
 * initial, a number or a list marker.
 */
public final class SentenceSplitter {
    /** No sentence is longer than this (UTF-16 code units): text without an end is cut at a space before it. */
    static final int LONGEST = 1_000;

    private static final Pattern MARKER =
            Pattern.compile("(?:[\\s>#*_`~|•·▪◦‣–—-]+|\\(?\\p{Nd}{1,3}[.):、]\\s+|\\(?[a-zA-Z]\\)\\s+)");
    private static final String LATIN_ENDS = ".!?…‼⁇⁈⁉";
    private static final String OTHER_ENDS = "。！？｡．؟۔।॥";
    private static final String CLOSERS = "\"'”’»)]}*_」』）】》";
    private static final String EDGE = "*_`~|# \t\u00a0";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "vs", "etc", "e.g", "i.e", "eg", "ie", "cf", "no", "nos",
            "fig", "figs", "eq", "sec", "ch", "vol", "ed", "eds", "pp", "approx", "inc", "ltd", "co", "corp", "dept",
            "gen", "col", "lt", "sgt", "capt", "gov", "sen", "rep", "rev", "hon", "u.s", "u.k", "u.n", "d.c", "a.m",
            "p.m", "al", "ca", "resp", "incl", "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
            "oct", "nov", "dec");

    /** Sentences in order, none of them blank; each has at least one letter or digit. */
    public List<Sentence> split(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            add(text, start, end, sentences);
            start = end;
        }
        return List.copyOf(sentences);
    }

    /** One past the last character of the sentence that begins at {@code start}. */
    private static int end(String text, int start) {
        int body = afterMarkers(text, start);
        for (int i = body; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                return i + 1;
            }
            if (OTHER_ENDS.indexOf(c) >= 0) {
                return afterClosers(text, i + 1);
            }
            if (LATIN_ENDS.indexOf(c) >= 0 && endsHere(text, body, i)) {
                return afterClosers(text, i + 1);
            }
            if (i - body >= LONGEST) {
                return cut(text, body, i);
            }
        }
        return text.length();
    }

    private static boolean endsHere(String text, int start, int dot) {
        int after = afterClosers(text, dot + 1);
        if (after < text.length() && LATIN_ENDS.indexOf(text.charAt(dot + 1)) >= 0) {
            return false;
        }
        if (after < text.length() && !Character.isWhitespace(text.charAt(after))) {
            return false;
        }
        int next = after;
        while (next < text.length()
                && (Character.isWhitespace(text.charAt(next)) || CLOSERS.indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        boolean lowerCaseFollows = next < text.length() && Character.isLowerCase(text.charAt(next));
        return text.charAt(dot) == '.' ? !lowerCaseFollows && !abbreviates(text, start, dot) : !lowerCaseFollows;
    }

    private static boolean abbreviates(String text, int start, int dot) {
        int from = dot;
        while (from > start && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        String word = SmallLetters.of(text.substring(from, dot));
        boolean initial = dot - from == 1 && Character.isUpperCase(text.charAt(from)) && !word.equals("i");
        return initial || ABBREVIATIONS.contains(word);
    }

    private static int afterClosers(String text, int from) {
        int i = from;
        while (i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** List markers, headings, quotes and emphasis before the first word; never across a line end with text before it. */
    private static int afterMarkers(String text, int start) {
        int end = Math.min(text.length(), start + LONGEST);
        Matcher marker = MARKER.matcher(text).region(start, end);
        int i = start;
        while (marker.lookingAt()) {
            i = marker.end();
            marker.region(i, end);
        }
        return i;
    }

    /** Prefers a space; never cuts a surrogate pair. */
    private static int cut(String text, int start, int at) {
        for (int space = at; space > start + LONGEST / 2; space--) {
            if (text.charAt(space) == ' ') {
                return space + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static void add(String text, int from, int to, List<Sentence> sentences) {
        int start = Math.min(afterMarkers(text, from), to);
        int end = to;
        while (end > start
                && (Character.isWhitespace(text.charAt(end - 1)) || EDGE.indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        String sentence = text.substring(start, end);
        if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(new Sentence(sentence, start, end));
        }
    }
}
