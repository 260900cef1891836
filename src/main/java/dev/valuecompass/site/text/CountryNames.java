package dev.valuecompass.site.text;

import dev.valuecompass.language.Language;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.value.Culture;

/** What countries of surveys are called. */
public final class CountryNames {
    private CountryNames() {}

    /** As its series writes it in English; in other languages by its code. */
    public static String of(Culture culture, PageTexts words) {
        return of(culture.code(), culture.country(), words);
    }

    /** @param name in English, which stays where the language has no name for the code */
    public static String of(String code, String name, PageTexts words) {
        String own = words.code().equals(Language.REFERENCE) ? name : words.country(code);
        return own.equals(code) ? name : own;
    }
}
