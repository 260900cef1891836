package dev.valuecompass.llm;

import java.util.BitSet;

/**
 * Which characters of a text stand in code: between backticks on one line, or between fences. What stands there is shown,
 * not meant. A fence at the very beginning is taken for the wrapping of the whole.
 */
final class CodeSpans {
    private static final int FENCE = 3;

    private final String text;
    private final BitSet code = new BitSet();

    private CodeSpans(String text) {
        this.text = text;
    }

    static CodeSpans of(String text) {
        CodeSpans spans = new CodeSpans(text);
        if (text.indexOf('`') >= 0 || text.contains("~~~")) {
            spans.read();
        }
        return spans;
    }

    /** @param place of a character (UTF-16 code units, from 0) */
    boolean contains(int place) {
        return code.get(place);
    }

    private void read() {
        int fenceFrom = -1;
        boolean first = true;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (isFence(start, end)) {
                if (fenceFrom >= 0) {
                    code.set(fenceFrom, start);
                    fenceFrom = -1;
                } else if (!first) {
                    fenceFrom = end;
                }
            } else if (fenceFrom < 0) {
                inline(start, end);
            }
            first &= text.substring(start, end).isBlank();
            start = end + 1;
        }
    }

    private boolean isFence(int start, int end) {
        int at = start;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at + FENCE <= end && (text.startsWith("```", at) || text.startsWith("~~~", at));
    }

    private void inline(int start, int end) {
        int open = -1;
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == '`') {
                while (at + 1 < end && text.charAt(at + 1) == '`') {
                    at++;
                }
                if (open >= 0) {
                    code.set(open, at);
                }
                open = open >= 0 ? -1 : at;
            }
        }
    }
}
