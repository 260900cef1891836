package dev.valuecompass.findings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something that is said to a reader in the reader's language. Equal phrases say the same in every language. */
public sealed interface Phrase {
    String in(FindingLanguage language);

    /** The text below a claim's key for a verdict: {@code held}, {@code not-held} or {@code cannot-be-told}. */
    static Text told(String key, Verdict verdict) {
        return text(key + "." + verdict.words().replace(' ', '-'));
    }

    /** A text of the language files. */
    static Text text(String key) {
        return new Text(key, Collections.emptySortedMap());
    }

    /** What a fork's own claim says in one language alone. */
    static Phrase verbatim(String text) {
        return new Verbatim(text);
    }

    /** @param key of the language files @param values that are put in, by name */
    record Text(String key, SortedMap<String, Object> values) implements Phrase {
        /** @param value a figure as it stands, a whole number or a phrase */
        Text with(String name, Object value) {
            SortedMap<String, Object> more = new TreeMap<>(values);
            more.put(name, value);
            return new Text(key, Collections.unmodifiableSortedMap(more));
        }

        @Override
        public String in(FindingLanguage language) {
            SortedMap<String, Object> said = new TreeMap<>(values);
            said.replaceAll((name, value) -> value instanceof Phrase phrase ? phrase.in(language) : value);
            return language.text(key, said);
        }
    }

    record Verbatim(String text) implements Phrase {
        @Override
        public String in(FindingLanguage language) {
            return text;
        }
    }

    /** Phrases one after another, strung by a text that has {@code {all}} and {@code {next}}; at least one. */
    record Sequence(String key, List<? extends Phrase> phrases) implements Phrase {
        @Override
        public String in(FindingLanguage language) {
            return phrases.stream()
                    .map(phrase -> phrase.in(language))
                    .reduce((all, next) -> language.text(key, new TreeMap<>(Map.of("all", all, "next", next))))
                    .orElseThrow();
        }
    }

    /** @param name in English */
    record SystemName(String id, String name) implements Phrase {
        @Override
        public String in(FindingLanguage language) {
            return language.system(id, name);
        }
    }

    /** @param name of a value of the system, in English */
    record ValueName(String system, String id, String name) implements Phrase {
        @Override
        public String in(FindingLanguage language) {
            return language.value(system, id, name);
        }
    }

    /** @param name of a series of cultures, in English */
    record SeriesName(String id, String name) implements Phrase {
        @Override
        public String in(FindingLanguage language) {
            return language.series(id, name);
        }
    }

    /** @param code ISO 3166-1 alpha-2 @param name in English */
    record CountryName(String code, String name) implements Phrase {
        @Override
        public String in(FindingLanguage language) {
            return language.country(code, name);
        }
    }

    /** @param period {@code YYYY-MM} */
    record Month(String period) implements Phrase {
        @Override
        public String in(FindingLanguage language) {
            return language.month(period);
        }
    }
}
