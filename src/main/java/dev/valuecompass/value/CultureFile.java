package dev.valuecompass.value;

import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one file of {@code cultures/}. */
final class CultureFile {
    private static final String ENGLISH = "en";
    private static final Range ANY = Range.of(-1e6, 1e6);
    private static final Range YEARS = Range.of(1900L, 2200L);
    private static final Range PEOPLE = Range.of(1L, 10_000_000L);

    private final YamlMap root;
    private final KnownSystems systems;
    private final Map<String, RankProfile> orders;

    /** @param orders of the values of a system that hold across cultures, by the system's id */
    CultureFile(YamlMap root, KnownSystems systems, Map<String, RankProfile> orders) {
        this.root = root;
        this.systems = systems;
        this.orders = orders;
    }

    Translated<CultureSeries> read() {
        Optional<ValueSystem> system = systems.of(root);
        String id = root.id("id");
        CultureSeries series = CultureSeriesFields.builder()
                .id(id)
                .name(root.text("name"))
                .system(system.map(ValueSystem::id).orElse(""))
                .instrument(root.text("instrument"))
                .scale(root.text("scale"))
                .source(root.text("source"))
                .licence(root.text("licence"))
                .notes(root.texts("notes"))
                .cultures(cultures(id, system, range()))
                .language(ENGLISH)
                .build();
        Translated<CultureSeries> translated =
                Translated.read(root, series, (code, map) -> translation(code, map, series));
        root.done();
        return translated;
    }

    /** All texts but the reference, or a page would change its language from line to line. */
    private static CultureSeries translation(String code, YamlMap map, CultureSeries series) {
        return CultureSeriesFields.builder()
                .id(series.id())
                .name(map.text("name"))
                .system(series.system())
                .instrument(map.text("instrument"))
                .scale(map.text("scale"))
                .source(series.source())
                .licence(map.text("licence"))
                .notes(notes(map, series.notes().size()))
                .cultures(series.cultures())
                .language(code)
                .build();
    }

    private static List<String> notes(YamlMap map, int all) {
        List<String> notes = map.texts("notes");
        if (notes.size() != all) {
            map.report("notes", "there are " + notes.size() + " notes instead of " + all, "translate each one");
        }
        return notes;
    }

    /** The ends of the scale: a figure outside is a slip of the pen or another scale. */
    private Range range() {
        YamlMap map = root.section("range");
        if (root.has("range")) {
            map.required("least");
            map.required("most");
        }
        Optional<BigDecimal> least = map.decimal("least", ANY);
        Optional<BigDecimal> most = map.decimal("most", ANY);
        map.done();
        return new Range(least.orElse(ANY.least()), most.orElse(ANY.most()));
    }

    private List<Culture> cultures(String series, Optional<ValueSystem> system, Range range) {
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        CultureDoubts doubts = new CultureDoubts(system.map(ValueSystem::id).map(orders::get));
        List<Culture> cultures = new ArrayList<>();
        for (YamlMap map : root.maps("cultures")) {
            String code = map.text("code");
            Optional<CountryCode.Objection> wrong = code.isEmpty() ? Optional.empty() : CountryCode.objectionThen(code);
            wrong.ifPresent(one -> map.report("code", one.what(), one.fix()));
            if (wrong.isEmpty() && !code.isEmpty() && !codes.add(code)) {
                map.report("code", "the country '" + code + "' is twice in this series", "keep one");
            }
            String country = map.text("country");
            if (!country.isEmpty() && !names.add(country)) {
                map.report("country", "'" + country + "' is twice in this series", "keep one");
            }
            Culture culture = new Culture(
                    series + "/" + code,
                    code,
                    country,
                    series,
                    map.required("year")
                            .flatMap(year -> year.whole(YEARS))
                            .orElse(0L)
                            .intValue(),
                    map.value("n")
                            .flatMap(n -> n.whole(PEOPLE))
                            .map(Long::intValue)
                            .orElse(null),
                    scores(map, system, range));
            cultures.add(culture);
            doubts.look(map, culture);
            map.done();
        }
        return List.copyOf(cultures);
    }

    private static Map<String, Double> scores(YamlMap culture, Optional<ValueSystem> system, Range range) {
        boolean given = culture.required("scores").isPresent();
        if (system.isEmpty() || !given) {
            return Map.of();
        }
        YamlMap map = culture.section("scores");
        system.get().dimensionIds().forEach(map::required);
        return Collections.unmodifiableMap(map.numbers(system.get().dimensionIds(), range));
    }
}
