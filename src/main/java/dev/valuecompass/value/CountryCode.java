package dev.valuecompass.value;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Countries by their code of two letters (ISO 3166-1 alpha-2). */
public final class CountryCode {
    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    /** Codes that the European Union and others use beside the standard's. */
    private static final Map<String, String> USUAL = Map.of("UK", "GB", "EL", "GR");

    private static final Map<String, String> NAMES = names();

    private CountryCode() {}

    /** A mistake, and what to write instead. */
    public record Objection(String what, String fix) {}

    /** What is wrong with a code; empty when it is one of the standard's. */
    public static Optional<Objection> objection(String code) {
        return CODES.contains(code)
                ? Optional.empty()
                : Optional.of(new Objection("the country code " + code + " is not ISO 3166-1", fix(code)));
    }

    /** The same in a survey of former years: codes of countries that are no more (ISO 3166-3) are good too. */
    static Optional<Objection> objectionThen(String code) {
        boolean former = Locale.getISOCountries(Locale.IsoCountryCode.PART3).stream()
                .anyMatch(withdrawn -> withdrawn.substring(0, 2).equals(code));
        return former ? Optional.empty() : objection(code);
    }

    private static String fix(String wrong) {
        String capitals = wrong.strip().toUpperCase(Locale.ROOT);
        String meant = CODES.contains(capitals) ? capitals : USUAL.getOrDefault(capitals, NAMES.get(capitals));
        return meant == null
                ? "use the two capital letters of a country, such as DE, or leave it out"
                : "write " + meant;
    }

    /** The codes of three letters and the English names, in capitals. */
    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        for (String code : CODES) {
            Locale country = new Locale.Builder().setRegion(code).build();
            names.put(country.getISO3Country(), code);
            names.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
        }
        return names;
    }
}
