package dev.valuecompass.language;

/**
 * A language that pages are written in.
 *
 * @param code its tag (BCP 47), such as {@code zh}
 * @param name what it calls itself, with how much is translated where that is not all
 * @param direction {@code ltr} or {@code rtl}
 */
public record Language(String code, String name, String direction, PageTexts words) {
    /** The language that every other one is held against. */
    public static final String REFERENCE = "en";
}
