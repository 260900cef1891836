package dev.valuecompass.llm;

import java.util.BitSet;

/**
 * Takes a key out of texts. Wherever eight or more of its characters follow each other they become {@code [key]}, whatever
 * the case, and whatever stands between them that is no letter or digit; the same holds for the key backwards, in Base64 and
 * in hexadecimal digits, and for all of these in the escapes of addresses, JSON and HTML. The time grows with the text
 * alone. A word that the key has, such as {@code required} of {@code sk-no-key-required}, stays where it is just a word.
 */
public final class KeyMask {
    /** Masks nothing. */
    public static final KeyMask NONE = new KeyMask("");

    /** What stands in the place of a key. */
    public static final String MASK = "[key]";

    /** Shorter ones are placeholders of servers that want some key; taking those out would only garble answers. */
    private static final int SHORTEST_REAL_KEY = 8;

    private final String key;
    private final KeyPieces secret;
    private final KeyPieces words;

    private KeyMask(String key) {
        this.key = key;
        KeyForms forms = new KeyForms(key);
        this.secret = forms.secret();
        this.words = forms.words();
    }

    /** @param key in visible ASCII characters; one of fewer than eight is not masked */
    public static KeyMask of(String key) {
        return key.length() < SHORTEST_REAL_KEY ? NONE : new KeyMask(key);
    }

    /** The text without the key; the same text when it is not in there. */
    public String mask(String text) {
        if (key.isEmpty()) {
            return text;
        }
        String rest = text.replace(key, MASK);
        BitSet traces = new BitSet();
        Letters letters = new Letters(rest);
        Runs all = new Runs(rest, traces);
        Runs bare = new Runs(rest, traces);
        Runs escaped = new Runs(rest, traces);
        while (letters.next()) {
            all.read(letters);
            if (letters.bare()) {
                bare.read(letters);
            }
            if (letters.to() > letters.from() + 1) {
                escaped.read(letters);
            }
        }
        all.end();
        bare.end();
        escaped.end();
        return traces.isEmpty() ? rest : without(rest, traces);
    }

    private static String without(String text, BitSet traces) {
        StringBuilder clean = new StringBuilder(text.length());
        int end = 0;
        for (int from = traces.nextSetBit(0); from >= 0; from = traces.nextSetBit(end)) {
            clean.append(text, end, from).append(MASK);
            end = traces.nextClearBit(from);
        }
        return clean.append(text, end, text.length()).toString();
    }

    /** Joins pieces that overlap. */
    private final class Runs {
        private final String text;
        private final BitSet traces;
        private final MaskWindow window = new MaskWindow();
        private int from;
        private int to;
        private boolean mereWords;

        Runs(String text, BitSet traces) {
            this.text = text;
            this.traces = traces;
        }

        void read(Letters letters) {
            if (!window.push(letters.code(), letters.from())) {
                return;
            }
            boolean known = secret.contain(window.piece());
            if (!known && !words.contain(window.piece())) {
                return;
            }
            if (window.from() >= to) {
                end();
                from = window.from();
                mereWords = true;
            }
            to = letters.to();
            mereWords &= !known;
        }

        void end() {
            if (to > from && !(mereWords && isWords())) {
                traces.set(from, to);
            }
        }

        private boolean isWords() {
            return text.substring(from, to).chars().allMatch(c -> Character.isLetter(c) || Character.isWhitespace(c));
        }
    }

    @Override
    public String toString() {
        return MASK;
    }
}
