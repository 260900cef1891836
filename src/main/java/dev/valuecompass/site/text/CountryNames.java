package dev.valuecompass.site.text;

import dev.valuecompass.language.Language;
import dev.valuecompass.language.Words;
import dev.valuecompass.value.Culture;

/** What countries of surveys are called. */
public final class CountryNames {
    private CountryNames() {}

    /** As its series writes it in English; in other languages by its code. */
    public static String of(Culture culture, Words words) {
        return words.code().equals(Language.REFERENCE) || !culture.code().matches("[A-Z]{2}")
                ? culture.country()
                : words.country(culture.code());
    }
}
