package dev.valuecompass.site.text;

import java.util.regex.Pattern;

/** Texts of others inside Markdown that the site writes. */
public final class MarkdownText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#+!|&~]");

    private MarkdownText() {}

    /** One line in which nothing is markup. */
    public static String line(String text) {
        return SPECIAL.matcher(HostileText.line(text)).replaceAll("\\\\$0");
    }
}
