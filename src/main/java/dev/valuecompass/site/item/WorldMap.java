package dev.valuecompass.site.item;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.io.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The land of the world and a point in each country, from {@code gazetteer/world.yml}. It has no borders, so it takes no
 * side on any.
 *
 * @param width in units of the drawing
 * @param land a path of SVG
 * @param countries by code (ISO 3166-1 alpha-2)
 */
public record WorldMap(int width, int height, String land, Map<String, Point> countries) {
    private static final String FILE = "gazetteer/world.yml";
    private static final Range SIZE = Range.of(1L, 10_000L);
    private static final Range PLACE = Range.of(0L, 10_000L);

    /** @param x from the left @param y from the top, in units of the drawing */
    public record Point(int x, int y) {}

    /** @throws DataException with every mistake in the file */
    public static WorldMap read(DataFolder data) {
        Defects defects = new Defects();
        YamlMap root = Yaml.read(data.file(FILE), defects);
        root.text("source");
        root.text("licence");
        String land = root.text("land");
        if (!land.matches("[MmLlHhVvZz0-9 .,-]*")) {
            root.report("land", "'land' is not a path of moves and lines", "write it as the d of an SVG path");
        }
        Map<String, Point> countries = new TreeMap<>();
        YamlMap points = root.section("countries");
        points.keys().forEach(code -> point(points, code, countries));
        WorldMap map = new WorldMap(
                root.whole("width", SIZE, 1),
                root.whole("height", SIZE, 1),
                land,
                Collections.unmodifiableMap(countries));
        root.done();
        defects.refuse(DataException::new);
        return map;
    }

    private static void point(YamlMap points, String code, Map<String, Point> countries) {
        List<Integer> place = new ArrayList<>();
        points.value(code)
                .flatMap(YamlValue::list)
                .orElse(List.of())
                .forEach(one -> one.whole(PLACE).ifPresent(number -> place.add(number.intValue())));
        if (place.size() == 2 && code.matches("[A-Z]{2}")) {
            countries.put(code, new Point(place.get(0), place.get(1)));
        } else {
            points.report(code, "'" + code + "' is not a country with its place", "write XX: [x, y]");
        }
    }
}
