package dev.valuecompass.site.text;

/**
 * One line of a list of facts.
 *
 * @param quote what others wrote, in whatever language, before the text; null for nothing
 * @param href null for plain text
 */
public record Fact(String label, String quote, String text, String href) {
    public Fact(String label, String text, String href) {
        this(label, null, text, href);
    }
}
