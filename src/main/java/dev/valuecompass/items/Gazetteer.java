package dev.valuecompass.items;

import dev.valuecompass.io.Csv;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names of countries, their peoples and larger cities, from {@code gazetteer/places.csv}: enough to say which parts of
 * the world a set of items speaks of, no geocoder. Names are found as whole words, capitals as they are written, the
 * longest first; rows without a code hold phrases that only look like places, such as {@code Latin America} or {@code
 * Swiss army knife}.
 */
public final class Gazetteer {
    private static final String FILE = "gazetteer/places.csv";
    private static final List<String> COLUMNS = List.of("code", "region", "names", "demonyms", "cities");

    /** By the first word of the name, longest name first. */
    private final Map<String, List<Name>> names = new HashMap<>();

    private final TreeMap<String, Country> countries = new TreeMap<>();

    /**
     * A country.
     *
     * @param code ISO 3166-1 alpha-2; {@code XK}, which ISO leaves to its users, is Kosovo
     * @param name its first name
     * @param region {@code Africa}, {@code Americas}, {@code Asia}, {@code Europe} or {@code Oceania}
     */
    public record Country(String code, String name, String region) {}

    /** @param code empty for a phrase that only looks like a place */
    private record Name(String text, String code) {}

    private Gazetteer() {}

    /** @throws DataException with every mistake: columns, codes, a country without a name, a name of two countries */
    public static Gazetteer read(DataFolder data) {
        String place = data.file(FILE).toString();
        Csv.Table table = Csv.parse(data.text(FILE), place);
        if (!table.header().equals(COLUMNS)) {
            throw new DataException(
                    place, 1, "columns " + table.header(), "the columns are " + String.join(", ", COLUMNS));
        }
        Gazetteer gazetteer = new Gazetteer();
        List<Defect> defects = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (Csv.Row row : table.rows()) {
            gazetteer.add(row, owners, place, defects);
        }
        DataException.refuse(defects);
        gazetteer
                .names
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Name name) -> -name.text().length())
                                .thenComparing(Name::text)));
        return gazetteer;
    }

    private void add(Csv.Row row, Map<String, String> owners, String place, List<Defect> defects) {
        String code = row.values().get(0);
        List<String> own = parts(row.values().get(2));
        if (!code.isEmpty() && !code.matches("[A-Z]{2}")) {
            defects.add(new Defect(place, row.line(), "code '" + code + "'", "two capitals, as in ISO 3166-1"));
        }
        if (own.isEmpty()) {
            defects.add(new Defect(place, row.line(), "'" + code + "' has no name", "name it in the column names"));
            return;
        }
        if (!code.isEmpty()) {
            countries.put(code, new Country(code, own.get(0), row.values().get(1)));
        }
        for (int column = 2; column < COLUMNS.size(); column++) {
            for (String text : parts(row.values().get(column))) {
                String owner = owners.putIfAbsent(text, code);
                if (owner == null) {
                    names.computeIfAbsent(firstWord(text, 0), word -> new ArrayList<>())
                            .add(new Name(text, code));
                } else if (!owner.equals(code)) {
                    defects.add(new Defect(
                            place,
                            row.line(),
                            "'" + text + "' belongs to '" + owner + "' already",
                            "keep one of them"));
                }
            }
        }
    }

    /** The codes of the countries that a text mentions, sorted. */
    List<String> mentioned(String text) {
        Set<String> codes = new TreeSet<>();
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetter(text.charAt(at))) {
                at++;
                continue;
            }
            String word = firstWord(text, at);
            Name found = longest(text, at, word);
            if (found == null) {
                at += word.length();
            } else {
                if (!found.code().isEmpty()) {
                    codes.add(found.code());
                }
                at += found.text().length();
            }
        }
        return List.copyOf(codes);
    }

    /** By code. */
    public Map<String, Country> countries() {
        return countries;
    }

    private Name longest(String text, int at, String word) {
        for (Name name : names.getOrDefault(word, List.of())) {
            int end = at + name.text().length();
            if (text.startsWith(name.text(), at)
                    && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return name;
            }
        }
        return null;
    }

    /** The letters from a place on; at least one character. */
    private static String firstWord(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(from, Math.max(end, from + 1));
    }

    private static List<String> parts(String value) {
        return List.of(value.split("\\|")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
