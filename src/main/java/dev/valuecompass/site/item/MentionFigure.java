package dev.valuecompass.site.item;

import dev.valuecompass.items.Gazetteer;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.AskedQuestion;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Slugs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Which parts of the world and which years a set of items speaks of, as bars in a table. */
final class MentionFigure {
    private static final int MOST_COUNTRIES = 20;
    /** Where no country is mentioned as often, dots stay small. */
    private static final int FEW = 8;

    private static final int MOST_NAMED = 3;
    /** More years than this become decades. */
    private static final int MOST_YEARS = 16;

    /** Radius of the largest dot, in units of the map. */
    private static final double LARGEST = 15;
    /** A smaller one would not be seen; it is reached where another country is mentioned 36 times as often. */
    private static final double SMALLEST = 2.5;

    private final Gazetteer gazetteer;
    private final WorldMap map;
    private final PageTexts words;

    MentionFigure(Atlas atlas, PageTexts words) {
        this.gazetteer = atlas.gazetteer();
        this.map = atlas.map();
        this.words = words;
    }

    /** Empty for a country that is not known. */
    String region(String code) {
        Gazetteer.Country country = gazetteer.countries().get(code);
        if (country == null || country.region().isEmpty()) {
            return "";
        }
        String key = "region." + Slugs.of(country.region());
        return words.has(key) ? words.get(key) : country.region();
    }

    CountryMentions of(List<AskedQuestion> questions) {
        Map<String, Integer> countries = new TreeMap<>();
        Map<Integer, Integer> years = new TreeMap<>();
        long mentioning = 0;
        for (AskedQuestion question : questions) {
            if (question.item() != null) {
                var provenance = question.item().item().provenance();
                provenance.countries().forEach(code -> countries.merge(code, 1, Integer::sum));
                provenance.years().forEach(year -> years.merge(year, 1, Integer::sum));
                mentioning +=
                        provenance.countries().isEmpty() && provenance.years().isEmpty() ? 0 : 1;
            }
        }
        List<Map.Entry<String, Integer>> sorted = countries.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> words.country(entry.getKey())))
                .toList();
        return new CountryMentions(
                summary(mentioning, questions.size(), sorted, years),
                world(sorted),
                bars(sorted),
                years(years),
                sorted.size() > MOST_COUNTRIES
                        ? words.get("mentions.further", "names", names(sorted.subList(MOST_COUNTRIES, sorted.size())))
                        : null);
    }

    private String summary(
            long mentioning, int all, List<Map.Entry<String, Integer>> countries, Map<Integer, Integer> years) {
        if (mentioning == 0) {
            return words.get("mentions.none");
        }
        List<String> parts = new ArrayList<>();
        if (!countries.isEmpty()) {
            long regions = countries.stream()
                    .map(entry -> region(entry.getKey()))
                    .filter(region -> !region.isEmpty())
                    .distinct()
                    .count();
            parts.add(words.text("mentions.countries")
                    .with("countries", words.count("countries", countries.size()))
                    .with("n", regions)
                    .get());
        }
        if (!years.isEmpty()) {
            List<Integer> known = List.copyOf(years.keySet());
            int last = known.get(known.size() - 1);
            String from = Integer.toString(known.get(0));
            String to = Integer.toString(last);
            parts.add(
                    known.get(0) == last
                            ? words.get("mentions.year", "year", to)
                            : words.get("mentions.years", "from", from, "to", to));
        }
        return words.text("mentions.summary")
                .with("n", mentioning)
                .with("items", words.count("items", all))
                .with(
                        "what",
                        parts.stream()
                                .reduce((one, next) -> words.get("mentions.both", "one", one, "next", next))
                                .orElse(""))
                .get();
    }

    /** Null where no country is mentioned that the map has. */
    private WorldFigure world(List<Map.Entry<String, Integer>> countries) {
        int most = countries.isEmpty() ? 1 : countries.get(0).getValue();
        List<WorldFigure.Dot> dots = countries.stream()
                .filter(entry -> map.countries().containsKey(entry.getKey()))
                .map(entry -> dot(entry.getKey(), entry.getValue(), most))
                .toList();
        if (dots.isEmpty()) {
            return null;
        }
        String summary = words.sentences(
                words.get("mentions.map", "countries", words.count("countries", dots.size())), often(countries));
        return new WorldFigure(
                summary,
                words.sentences(summary, words.get("mentions.legend")),
                Integer.toString(map.width()),
                Integer.toString(map.height()),
                map.land(),
                dots);
    }

    /** The most mentioned countries, where they are few; of several that are mentioned alike all are named or none. */
    private String often(List<Map.Entry<String, Integer>> countries) {
        int named = Math.min(MOST_NAMED, countries.size());
        while (named > 0
                && named < countries.size()
                && countries
                        .get(named - 1)
                        .getValue()
                        .equals(countries.get(named).getValue())) {
            named--;
        }
        List<String> names = countries.stream()
                .limit(named)
                .map(entry -> often(entry.getKey(), entry.getValue()))
                .toList();
        return names.isEmpty() ? "" : words.get("mentions.map-most", "names", words.list(names));
    }

    private String often(String code, int n) {
        return words.get("mentions.often", "country", HostileText.line(words.country(code)), "n", n);
    }

    private WorldFigure.Dot dot(String code, int n, int most) {
        WorldMap.Point place = map.countries().get(code);
        return new WorldFigure.Dot(
                Integer.toString(place.x()),
                Integer.toString(place.y()),
                Figures.one(Math.max(SMALLEST, LARGEST * Math.sqrt((double) n / Math.max(most, FEW)))),
                often(code, n));
    }

    private List<CountryMentions.Bar> bars(List<Map.Entry<String, Integer>> countries) {
        int most = countries.isEmpty() ? 1 : countries.get(0).getValue();
        return countries.stream()
                .limit(MOST_COUNTRIES)
                .map(entry -> bar(
                        HostileText.line(words.country(entry.getKey())),
                        region(entry.getKey()),
                        entry.getValue(),
                        most))
                .toList();
    }

    private List<CountryMentions.Bar> years(Map<Integer, Integer> years) {
        boolean single = years.size() <= MOST_YEARS;
        Map<Integer, Integer> shown = new TreeMap<>();
        years.forEach((year, n) -> shown.merge(single ? year : Math.floorDiv(year, 10) * 10, n, Integer::sum));
        int most = shown.values().stream().max(Integer::compare).orElse(1);
        List<CountryMentions.Bar> bars = new ArrayList<>();
        shown.forEach((year, n) -> bars.add(bar(
                single ? Integer.toString(year) : words.get("mentions.decade", "year", Integer.toString(year)),
                "",
                n,
                most)));
        return bars;
    }

    private static CountryMentions.Bar bar(String name, String group, int n, int most) {
        return new CountryMentions.Bar(name, group, Figures.whole(n), Figures.one(100.0 * n / most));
    }

    private String names(List<Map.Entry<String, Integer>> countries) {
        return words.list(countries.stream()
                .map(entry -> HostileText.line(words.country(entry.getKey())))
                .filter(Objects::nonNull)
                .toList());
    }
}
