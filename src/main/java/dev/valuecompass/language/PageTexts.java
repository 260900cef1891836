package dev.valuecompass.language;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The texts of one language by key, such as {@code board.rank}. Immutable. */
public final class PageTexts {
    static final Pattern ISO = Pattern.compile("[A-Z]{2}");

    /** Key of the pattern in which months are written. */
    static final String MONTH = "date.month";

    private final String file;
    private final String code;
    private final Locale locale;
    private final Map<String, MessageTemplate> messages;
    private final Plurals plurals;
    private final Map<String, String> countries;
    private final DateTimeFormatter month;

    /** @param countries names by ISO 3166-1 alpha-2 code; where one is missing, the one that Java has goes in */
    PageTexts(
            String file,
            String code,
            Map<String, MessageTemplate> messages,
            Plurals plurals,
            Map<String, String> countries) {
        this.countries = Map.copyOf(countries);
        this.file = file;
        this.code = code;
        this.locale = Locale.forLanguageTag(code);
        this.messages = Map.copyOf(messages);
        this.plurals = plurals;
        this.month = DateTimeFormatter.ofPattern(get(MONTH), locale);
    }

    static boolean isPattern(String text) {
        try {
            DateTimeFormatter.ofPattern(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The language's tag (BCP 47), such as {@code zh}. */
    public String code() {
        return code;
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return messages.containsKey(key);
    }

    /** A text into which nothing is put. */
    public String get(String key) {
        return message(key).fill(Plurals.OTHER, name -> null);
    }

    /** A text with something put in. @param namesAndValues a name, its value, the next name … */
    public String get(String key, Object... namesAndValues) {
        Filled text = text(key);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text.with((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return text.get();
    }

    /** A text into which more is put than a line can show. */
    public Filled text(String key) {
        return new Filled(key);
    }

    /** A text and what goes into it. */
    public final class Filled {
        private final String key;
        /** Few are put into a text, so looking for one is cheaper than a map of them. */
        private final List<Object> namesAndValues = new ArrayList<>();

        private String form = Plurals.OTHER;

        private Filled(String key) {
            this.key = key;
        }

        /**
         * @param value a whole number gets a comma before every three digits, and one named {@code n} chooses the form of the
         *     text; everything else goes in as it prints
         */
        public Filled with(String name, Object value) {
            namesAndValues.add(name);
            namesAndValues.add(value);
            if (isWhole(value) && name.equals("n")) {
                form = plurals.form(((Number) value).longValue());
            }
            return this;
        }

        public String get() {
            try {
                return message(key).fill(form, this::put);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(file + ": " + key + ": " + e.getMessage(), e);
            }
        }

        /** Null when there is none. */
        private String put(String name) {
            for (int i = 0; i < namesAndValues.size(); i += 2) {
                if (namesAndValues.get(i).equals(name)) {
                    Object value = namesAndValues.get(i + 1);
                    return isWhole(value) ? whole(((Number) value).longValue()) : String.valueOf(value);
                }
            }
            return null;
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    /** A small number in words, where the language has one; otherwise in figures. */
    public String number(int n) {
        return has("number.n" + n) ? get("number.n" + n) : whole(n);
    }

    /** {@code 1 model}, {@code 2 models}: the text of a key below {@code count}. */
    public String count(String what, long n) {
        return get("count." + what, "n", n);
    }

    /** Names one after another. */
    public String list(List<String> names) {
        return names.stream()
                .reduce((all, next) -> get("list", "all", all, "next", next))
                .orElse("");
    }

    /** Sentences one after another; empty ones are left out. */
    public String sentences(String... sentences) {
        return List.of(sentences).stream()
                .filter(sentence -> !sentence.isEmpty())
                .reduce((all, next) -> get("sentences", "all", all, "next", next))
                .orElse("");
    }

    /** {@code 2026-11} as {@code November 2026}; other texts as they are. */
    public String month(String period) {
        try {
            return YearMonth.parse(period).format(month);
        } catch (DateTimeParseException e) {
            return period;
        }
    }

    /** The name of an ISO 3166-1 alpha-2 code; other texts as they are. */
    public String country(String iso) {
        if (!ISO.matcher(iso).matches()) {
            return iso;
        }
        String own = countries.get(iso);
        return own != null ? own : new Locale.Builder().setRegion(iso).build().getDisplayCountry(locale);
    }

    /** Name of a language in this one. @param code of two letters (ISO 639-1) */
    public String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(locale);
    }

    /** What the scripts show: texts, or forms of a text by kind of number, under their keys without {@code script.}. */
    public SortedMap<String, Object> scripts() {
        SortedMap<String, Object> texts = new TreeMap<>();
        messages.forEach((key, message) -> {
            if (key.startsWith("script.")) {
                texts.put(key.substring("script.".length()), message.written());
            }
        });
        return texts;
    }

    private MessageTemplate message(String key) {
        MessageTemplate message = messages.get(key);
        if (message == null) {
            throw new IllegalStateException(file + " has no text '" + key + "'");
        }
        return message;
    }

    /** With a comma before every three digits, which every language of the pages writes alike. */
    public static String whole(long value) {
        StringBuilder digits = new StringBuilder(Long.toString(value));
        for (int at = digits.length() - 3; at > (value < 0 ? 1 : 0); at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
