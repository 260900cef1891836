package dev.valuecompass.site.culture;

import dev.valuecompass.io.Json;
import dev.valuecompass.scores.CultureMap;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The map of models and the cultures of one series in one plane, as data. */
public final class CultureMapFile {
    private static final double SIX_DECIMALS = 1e6;

    private CultureMapFile() {}

    /** Empty when there are too few profiles for a plane. */
    public static Optional<String> json(Edition edition, CultureSeries series) {
        ValueSystem system = edition.system(series.system()).orElseThrow().system();
        return map(edition, series).map(map -> Json.pretty(file(series, system, map)));
    }

    static Optional<CultureMap> map(Edition edition, CultureSeries series) {
        ValueSystem system = edition.system(series.system()).orElseThrow().system();
        List<CultureMap.ValueProfile> profiles = new ArrayList<>();
        for (ModelEntry model : edition.snapshot().models()) {
            Map<String, Double> scores = new HashMap<>();
            system.dimensionIds().forEach(dimension -> {
                Double score = edition.figure(Measure.CONFORMITY, system.id(), model.id(), dimension);
                if (score != null) {
                    scores.put(dimension, score);
                }
            });
            profiles.add(new CultureMap.ValueProfile("model", model.id(), model.name(), scores));
        }
        series.cultures()
                .forEach(culture -> profiles.add(new CultureMap.ValueProfile(
                        "culture", culture.id(), CountryNames.of(culture, edition.words()), culture.scores())));
        return Optional.ofNullable(CultureMap.of(system.dimensionIds(), profiles));
    }

    private static Map<String, Object> file(CultureSeries series, ValueSystem system, CultureMap map) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("series", series.id());
        file.put("source", series.source());
        file.put("system", system.id());
        file.put(
                "method",
                "principal components of profiles standardised each by itself: distances are those of Pearson's correlation");
        file.put("dimensions", system.dimensionIds());
        file.put(
                "axes",
                map.axes().stream()
                        .map(axis -> new CultureMap.Component(
                                rounded(axis.share()),
                                axis.loadings().stream()
                                        .map(CultureMapFile::rounded)
                                        .toList()))
                        .toList());
        file.put(
                "points",
                map.points().stream()
                        .map(point -> new CultureMap.MapPoint(
                                point.kind(), point.id(), point.name(), rounded(point.x()), rounded(point.y())))
                        .toList());
        return file;
    }

    /** Beyond this the last bits of another processor might show; 0 has no sign. */
    private static double rounded(double figure) {
        return Math.round(figure * SIX_DECIMALS) / SIX_DECIMALS;
    }
}
