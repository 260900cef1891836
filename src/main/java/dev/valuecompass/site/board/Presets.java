package dev.valuecompass.site.board;

import dev.valuecompass.io.Json;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.BestByChance;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Group;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import dev.valuecompass.value.WeightProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The weights and profiles that a visitor can choose from, as compact JSON for the scripts. */
public final class Presets {
    private final Theory theory;

    public Presets(Theory theory) {
        this.theory = theory;
    }

    /** What one value system offers; the scripts read these names. */
    record SystemPresets(
            List<NamedDimension> dimensions,
            List<Group> groups,
            String groupSection,
            List<ProfileChoice> profiles,
            OrderFit fit,
            List<SeriesMeans> series) {}

    record NamedDimension(String id, String name) {}

    /** Weights that somebody proposes. */
    record ProfileChoice(String id, String name, String author, String reason, Map<String, Double> weights) {}

    /**
     * What profiles can be held against beside the weights; only where more is not better.
     *
     * @param chance the rank correlation that the best of the models seldom reaches by chance; null when any may be chance
     */
    record OrderFit(List<ValueOrder> orders, Double chance) {}

    /** Dimensions from the most to the least important; their distances are not known. */
    record ValueOrder(String id, String name, List<String> order) {}

    /** Profiles of cultures, on the scale of their instrument. */
    record SeriesMeans(String id, String name, List<CultureMeans> cultures) {}

    /** @param scores one for each dimension, in the system's order */
    record CultureMeans(String id, String name, List<Double> scores) {}

    /** @param models the profiles that are held against a target, by dimension */
    String json(ValueSystem system, List<Map<String, Double>> models, PageTexts words) {
        boolean known = theory.systemIds().contains(system.id());
        return Json.line(new SystemPresets(
                system.dimensions().stream()
                        .map(dimension -> new NamedDimension(dimension.id(), dimension.name()))
                        .toList(),
                system.groups(),
                null,
                known ? profiles(system) : List.of(),
                fit(system, models, known),
                known ? series(system, words) : List.of()));
    }

    /** What the table of all systems offers: each system alone, and each counting the same. */
    String json(List<ValueSystem> systems, PageTexts words) {
        List<NamedDimension> dimensions = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        Map<String, Double> same = new LinkedHashMap<>();
        for (ValueSystem system : systems) {
            List<String> ids = new ArrayList<>();
            for (Dimension dimension : system.dimensions()) {
                String id = AllSystems.key(system, dimension);
                ids.add(id);
                dimensions.add(new NamedDimension(id, dimension.name()));
                same.put(id, Math.rint(10_000.0 / system.dimensions().size()) / 1000);
            }
            groups.add(new Group(system.id(), system.name(), "", ids));
        }
        ProfileChoice profile =
                new ProfileChoice("systems", words.get("board.all.same"), "", words.get("board.all.same-reason"), same);
        return Json.line(new SystemPresets(
                dimensions, groups, words.get("board.all.groups"), List.of(profile), null, List.of()));
    }

    private List<ProfileChoice> profiles(ValueSystem system) {
        return theory.profiles(system.id()).stream()
                .filter(profile -> !profile.id().equals(WeightProfile.EQUAL))
                .map(profile -> new ProfileChoice(
                        profile.id(), profile.name(), profile.author(), profile.reason(), profile.weights()))
                .toList();
    }

    private OrderFit fit(ValueSystem system, List<Map<String, Double>> models, boolean known) {
        return system.reading() == ScoreMeaning.DESCRIPTIVE
                ? new OrderFit(
                        known ? ranks(system) : List.of(),
                        new BestByChance(system.dimensionIds(), models).untied().best())
                : null;
    }

    private List<ValueOrder> ranks(ValueSystem system) {
        return theory.baseline(system.id()).stream()
                .map(ranks -> new ValueOrder(ranks.id(), ranks.name(), ranks.order()))
                .toList();
    }

    /** A culture that lacks a dimension of the frozen system cannot be compared with it and is left out. */
    private List<SeriesMeans> series(ValueSystem system, PageTexts words) {
        return theory.seriesOf(system.id()).stream()
                .map(series -> new SeriesMeans(series.id(), series.name(), cultures(series, system, words)))
                .filter(series -> !series.cultures().isEmpty())
                .toList();
    }

    private static List<CultureMeans> cultures(CultureSeries series, ValueSystem system, PageTexts words) {
        return series.cultures().stream()
                .filter(culture -> culture.scores().keySet().containsAll(system.dimensionIds()))
                .map(culture ->
                        new CultureMeans(culture.id(), CountryNames.of(culture, words), scores(culture, system)))
                .toList();
    }

    private static List<Double> scores(Culture culture, ValueSystem system) {
        return system.dimensionIds().stream()
                .map(culture.scores()::get)
                .map(Objects::requireNonNull)
                .toList();
    }
}
