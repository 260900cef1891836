package dev.valuecompass.site.text;

/**
 * A reference.
 *
 * @param href relative to the page; null where there is nothing to link to
 * @param current whether it leads to the page itself
 */
public record Link(String href, String label, boolean current) {
    public Link(String href, String label) {
        this(href, label, false);
    }

    /** {@code page} on the current link; null, so no attribute, on the others. */
    public String ariaCurrent() {
        return current ? "page" : null;
    }
}
