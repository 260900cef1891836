package dev.valuecompass.value;

import dev.valuecompass.io.DataException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cultures that may stand side by side: all of one series, so measured with one instrument on one scale.
 *
 * @param series id of the series
 * @param cultures at least one, none twice
 */
record Comparison(String series, List<Culture> cultures) {
    private static final String PLACE = "comparison of cultures";

    /** @throws DataException when the cultures are of several series, none, or named twice */
    public Comparison {
        cultures = List.copyOf(cultures);
        for (Culture culture : cultures) {
            if (!culture.series().equals(series)) {
                throw new DataException(PLACE, 0, mixed(series, culture), "compare within one series");
            }
        }
        Set<String> seen = new HashSet<>();
        List<String> twice =
                cultures.stream().map(Culture::id).filter(id -> !seen.add(id)).toList();
        if (!twice.isEmpty()) {
            throw new DataException(PLACE, 0, "named twice: " + String.join(", ", twice), "name each once");
        }
        if (cultures.isEmpty()) {
            throw new DataException(PLACE, 0, "there is no culture to compare with", "name at least one");
        }
    }

    /** @throws DataException when the cultures are of several series, none, or named twice */
    public static Comparison of(List<Culture> cultures) {
        return new Comparison(cultures.isEmpty() ? "" : cultures.get(0).series(), cultures);
    }

    /** All cultures of the series. */
    public static Comparison of(CultureSeries series) {
        return new Comparison(series.id(), series.cultures());
    }

    private static String mixed(String series, Culture other) {
        return "it mixes the series " + series + " and " + other.series() + " (" + other.country() + ", " + other.id()
                + "), whose figures come from different instruments and cannot be compared";
    }
}
