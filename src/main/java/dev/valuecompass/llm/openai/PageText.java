package dev.valuecompass.llm.openai;

import java.util.List;

/**
 * What a person sees of an error page: tags, scripts and styles left out. One pass, whatever the page is made of; a tag
 * that does not end is text, and a script that does not end hides the rest.
 */
final class PageText {
    private static final List<String> UNSEEN = List.of("script", "style");

    private final String page;

    /** Set when no tag ends any more, so that nobody looks again. */
    private boolean unclosed;

    private PageText(String page) {
        this.page = page;
    }

    /** @param text of which no more than the first {@link ApiError#MOST_READ} characters are read */
    static String of(String text) {
        String page = text.length() <= ApiError.MOST_READ ? text : text.substring(0, ApiError.MOST_READ);
        return page.indexOf('<') < 0 ? page : new PageText(page).read();
    }

    private String read() {
        StringBuilder seen = new StringBuilder(page.length());
        int at = 0;
        while (at < page.length()) {
            int end = page.charAt(at) == '<' && !unclosed ? end(at) : -1;
            if (end < 0) {
                seen.append(page.charAt(at));
                at++;
            } else {
                seen.append(' ');
                at = end;
            }
        }
        return seen.toString();
    }

    /** One past what the tag at this place takes out of sight; -1 when the tag does not end. */
    private int end(int tag) {
        int close = page.indexOf('>', tag);
        if (close < 0) {
            unclosed = true;
            return -1;
        }
        for (String name : UNSEEN) {
            int rest = tag + 1 + name.length();
            boolean named = page.regionMatches(true, tag + 1, name, 0, name.length())
                    && rest < page.length()
                    && !Character.isLetterOrDigit(page.charAt(rest));
            if (named) {
                return past(name, close + 1);
            }
        }
        return close + 1;
    }

    /** One past the tag that ends a script or style. */
    private int past(String name, int from) {
        String tag = "</" + name;
        for (int at = page.indexOf("</", from); at >= 0; at = page.indexOf("</", at + 2)) {
            if (page.regionMatches(true, at, tag, 0, tag.length())) {
                int close = page.indexOf('>', at);
                return close < 0 ? page.length() : close + 1;
            }
        }
        return page.length();
    }
}
