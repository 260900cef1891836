package dev.valuecompass.site.culture;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.BestByChance;
import dev.valuecompass.scores.BestByChance.Bounds;
import dev.valuecompass.scores.CultureFit;
import dev.valuecompass.scores.FitSignificance;
import dev.valuecompass.scores.RankedCultures;
import dev.valuecompass.site.board.BoardBuilder;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The fits of every model of a period with every culture of one series. */
final class CultureTable {
    private final Edition edition;
    private final CultureSeries series;
    private final ValueSystem system;
    private final List<Culture> cultures;
    private final RankedCultures ranked;
    private final BestByChance chance;
    private final BestByChance ofModels;

    /** A culture and how well a model fits it. @param value null when it cannot be said */
    record ModelFit(Culture culture, String model, Double value) {}

    CultureTable(Edition edition, CultureSeries series, ValueSystem system) {
        this.edition = edition;
        this.series = series;
        this.system = system;
        this.cultures = series.cultures().stream()
                .filter(culture -> culture.scores().keySet().containsAll(system.dimensionIds()))
                .sorted(Comparator.comparing(Culture::code).thenComparing(Culture::id))
                .toList();
        this.ranked = new RankedCultures(system.dimensionIds(), cultures);
        this.chance = new BestByChance(
                system.dimensionIds(), cultures.stream().map(Culture::scores).toList());
        this.ofModels = new BestByChance(system.dimensionIds(), edition.profiles(system));
    }

    CultureSeries series() {
        return series;
    }

    ValueSystem system() {
        return system;
    }

    /** Cultures that have every dimension of the frozen system, by code. */
    List<Culture> cultures() {
        return cultures;
    }

    /** What the fits of a model with {@link #cultures()} are, in their order; null where it cannot be said. */
    List<Double> values(ModelEntry model) {
        return ranked.fits(profile(model.id()));
    }

    /** One fit for each of {@link #cultures()}, in their order. */
    List<ModelFit> fits(ModelEntry model, List<Double> values) {
        List<ModelFit> fits = new ArrayList<>(cultures.size());
        for (int i = 0; i < cultures.size(); i++) {
            fits.add(new ModelFit(cultures.get(i), model.id(), values.get(i)));
        }
        return fits;
    }

    /** The scores of a model; missing ones are absent. */
    Map<String, Double> profile(String model) {
        return edition.profile(system, model);
    }

    /** Those that can be said, best first. */
    static List<ModelFit> best(List<ModelFit> fits) {
        return fits.stream()
                .filter(fit -> fit.value() != null)
                .sorted(Comparator.comparing(ModelFit::value)
                        .reversed()
                        .thenComparing(fit -> fit.culture().id()))
                .toList();
    }

    Cell cell(ModelFit fit) {
        return fit.value() == null
                ? new Cell(fit.culture().id(), null, Figures.MISSING, reason(fit), null)
                : cell(fit, bounds(fit));
    }

    /** @param fits all of one model, in whose bounds each is held */
    List<Cell> cells(List<ModelFit> fits) {
        Bounds bounds = fits.stream()
                .filter(fit -> fit.value() != null)
                .findFirst()
                .map(this::bounds)
                .orElse(null);
        return fits.stream()
                .map(fit -> fit.value() == null ? cell(fit) : cell(fit, bounds))
                .toList();
    }

    private Cell cell(ModelFit fit, Bounds bounds) {
        String text = Figures.two(fit.value());
        return new Cell(
                fit.culture().id(),
                Figures.full(fit.value()),
                bounds.passedBy(fit.value()) ? text : "(" + text + ")",
                CountryNames.of(fit.culture(), edition.words()),
                BoardBuilder.heat(50 * (fit.value() + 1)));
    }

    /** Whether the best fit of a model is more than the best of so many countries is by chance. */
    boolean says(ModelFit best) {
        return bounds(best).passedByBest(best.value());
    }

    /** Whether the best fit of a country is more than the best of so many models is by chance. */
    boolean says(Culture culture, ModelFit best) {
        return ofModels.of(culture.scores()).passedByBest(best.value());
    }

    /** Of the model's own values where they are known: equal ones leave chance less room. */
    private Bounds bounds(ModelFit fit) {
        return fit.model() == null ? chance.untied() : chance.of(profile(fit.model()));
    }

    /** Says how well the best country fits by chance once in twenty times, or that every fit may be chance. */
    String bound() {
        int n = system.dimensions().size();
        Bounds bounds = chance.untied();
        return bounds.best() == null || bounds.worst() == null
                ? edition.words().get("series.no-bound", "n", n)
                : edition.words()
                        .text("series.bound")
                        .with("n", n)
                        .with("countries", edition.words().count("countries", cultures.size()))
                        .with("best", Figures.two(bounds.best()))
                        .with("worst", Figures.two(bounds.worst()))
                        .get();
    }

    /** Which culture fits a model best, and whether that can be told from the next. */
    String statement(List<ModelFit> fits) {
        PageTexts words = edition.words();
        List<ModelFit> best = best(fits);
        if (best.isEmpty()) {
            return words.get(
                    "fits.none", "reason", fits.isEmpty() ? words.get("fits.no-culture") : reason(fits.get(0)));
        }
        ModelFit first = best.get(0);
        String country = CountryNames.of(first.culture(), words);
        String value = Figures.two(first.value());
        if (!says(first)) {
            return words.get("fits.chance", "country", country, "value", value);
        }
        if (best.size() == 1) {
            return words.get("fits.only", "country", country, "value", value);
        }
        ModelFit second = best.get(1);
        Double between = CultureFit.of(
                system.dimensionIds(),
                first.culture().scores(),
                second.culture().scores());
        boolean separable = between != null
                && FitSignificance.separable(
                        first.value(),
                        second.value(),
                        between,
                        system.dimensions().size());
        return words.text(separable ? "fits.apart" : "fits.together")
                .with("country", country)
                .with("value", value)
                .with("second", CountryNames.of(second.culture(), words))
                .with("next", Figures.two(second.value()))
                .get();
    }

    /** Why a fit cannot be said. */
    private String reason(ModelFit fit) {
        List<String> missing = system.dimensions().stream()
                .filter(dimension ->
                        edition.figure(Measure.CONFORMITY, system.id(), fit.model(), dimension.id()) == null)
                .map(Dimension::name)
                .toList();
        return missing.isEmpty()
                ? edition.words().get("fits.flat")
                : edition.words().get("fits.missing", "values", edition.words().list(missing));
    }
}
