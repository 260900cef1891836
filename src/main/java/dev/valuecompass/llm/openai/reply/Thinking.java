package dev.valuecompass.llm.openai.reply;

import java.util.Locale;

/**
 * An answer in which the model thought aloud between {@code <think>} tags, taken apart.
 *
 * @param answer what is left for the reader
 * @param thoughts what stood between the tags
 * @param open whether a tag was never closed: the answer did not come any more
 */
record Thinking(String answer, String thoughts, boolean open) {
    private static final String[][] TAGS = {{"<think>", "</think>"}, {"<thinking>", "</thinking>"}};

    /** Only tags at the beginning count: an answer may well speak about such tags further on. */
    static Thinking split(String content) {
        if (content.indexOf('<') < 0) {
            return new Thinking(content, "", false);
        }
        String lower = content.toLowerCase(Locale.ROOT);
        int at = firstVisible(lower);
        for (String[] tag : TAGS) {
            String start = tag[0];
            String end = tag[1];
            if (lower.startsWith(start, at)) {
                int close = matching(lower, at, start, end);
                return close < 0
                        ? new Thinking(
                                "", content.substring(at + start.length()).strip(), true)
                        : new Thinking(
                                content.substring(close + end.length()).strip(),
                                content.substring(at + start.length(), close).strip(),
                                false);
            }
        }
        return lonelyEnd(content, lower);
    }

    /** Some chat templates put the opening tag into the prompt, so only the closing one comes back. */
    private static Thinking lonelyEnd(String content, String lower) {
        int close = lower.indexOf("</think>");
        return close >= 0 && !lower.contains("<think>")
                ? new Thinking(
                        content.substring(close + "</think>".length()).strip(),
                        content.substring(0, close).strip(),
                        false)
                : new Thinking(content, "", false);
    }

    /** Place of the tag that closes the first one, tags inside being counted; -1 when there is none. */
    private static int matching(String text, int from, String start, String end) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith(start, i)) {
                depth++;
            } else if (text.startsWith(end, i) && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int firstVisible(String text) {
        int i = 0;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
