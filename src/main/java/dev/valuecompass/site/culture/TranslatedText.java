package dev.valuecompass.site.culture;

/**
 * A text that may be in another language than its page.
 *
 * @param label what it tells; empty where it stands alone
 * @param language its tag; null when it is that of the page
 */
public record TranslatedText(String label, String text, String language) {}
