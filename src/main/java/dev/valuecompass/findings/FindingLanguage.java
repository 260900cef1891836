package dev.valuecompass.findings;

import java.util.SortedMap;

/** A language that findings are told in. */
public interface FindingLanguage {
    /** @param with whole numbers and texts by name */
    String text(String key, SortedMap<String, Object> with);

    /** @param name of the value system in English, for languages that have no other */
    String system(String id, String name);

    /** @param name of a value of the system in English, for languages that have no other */
    default String value(String system, String id, String name) {
        return name;
    }

    /** @param name of the series of cultures in English, for languages that have no other */
    String series(String id, String name);

    /** @param name in English, for languages that have no other */
    String country(String code, String name);

    /** @param period {@code YYYY-MM} */
    String month(String period);
}
