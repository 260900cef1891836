package dev.valuecompass.site.text;

/** Texts of others inside Markdown that the site writes. */
public final class MarkdownText {
    private MarkdownText() {}

    /** One line in which nothing is markup. */
    public static String line(String text) {
        return HostileText.line(text).replaceAll("[\\\\`*_{}\\[\\]<>#+!|&~]", "\\\\$0");
    }
}
