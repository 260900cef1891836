package dev.valuecompass.site.text;

import dev.valuecompass.findings.Comparability;
import dev.valuecompass.language.PageTexts;
import java.util.Locale;

/** Why two periods do not compare, in a language. */
public final class Reasons {
    private Reasons() {}

    /** One after another; each is a text below {@code reason} whose key is the English reason. */
    public static String of(Comparability comparability, PageTexts words) {
        return words.list(comparability.reasons().stream()
                .map(reason ->
                        words.get("reason." + reason.toLowerCase(Locale.ROOT).replace(' ', '-')))
                .toList());
    }
}
