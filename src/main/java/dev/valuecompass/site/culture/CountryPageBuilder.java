package dev.valuecompass.site.culture;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.CultureFit;
import dev.valuecompass.scores.FitSignificance;
import dev.valuecompass.site.culture.CultureTable.ModelFit;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.site.text.Fact;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Builds the pages of single countries: what was measured there, and which models lie near. */
final class CountryPageBuilder {
    private static final int MODELS = 10;
    private static final int COUNTRIES = 5;
    private static final double SHORTEST = 10;

    private final Edition edition;
    private final PageTexts words;
    private final CultureTable table;
    private final Map<String, List<ModelFit>> fits;

    /** @param fits of every model with the countries of the table, by model id */
    CountryPageBuilder(Edition edition, CultureTable table, Map<String, List<ModelFit>> fits) {
        this.edition = edition;
        this.words = edition.words();
        this.table = table;
        this.fits = fits;
    }

    CountryPage of(Culture culture, Address from) {
        int place = table.cultures().indexOf(culture);
        List<ModelFit> nearest = CultureTable.best(
                fits.values().stream().map(all -> all.get(place)).toList());
        return CountryPageFields.builder()
                .period(edition.month() + " \u00b7 " + table.series().name())
                .heading(CountryNames.of(culture, words))
                .hub(new Link(
                        from.to(edition.places().country(culture.code())),
                        words.get("country.hub.one", "country", CountryNames.of(culture, words))))
                .series(new Link(
                        from.to(edition.places().cultures(table.series().id())), words.get("country.series")))
                .statement(closeness(culture, nearest).statement())
                .bound(table.bound())
                .facts(facts(culture))
                .survey(new SurveyTexts(table.series(), words).facts())
                .notes(new SurveyTexts(table.series(), words).notes())
                .vector(vector(culture))
                .caption(words.get(
                        "series.caption", "n", table.system().dimensions().size()))
                .models(nearest.stream()
                        .limit(MODELS)
                        .map(fit -> model(fit, from))
                        .toList())
                .countries(countries(culture, from))
                .build();
    }

    private List<Fact> facts(Culture culture) {
        return List.of(
                new Fact(words.get("series.code"), culture.code(), null),
                new Fact(words.get("series.year"), Integer.toString(culture.year()), null),
                new Fact(
                        words.get("series.respondents"),
                        culture.n() == null ? Figures.MISSING : Figures.whole(culture.n()),
                        null));
    }

    private List<CountryPage.Value> vector(Culture culture) {
        Map<String, Double> scores = culture.scores();
        List<Dimension> dimensions = table.system().dimensions();
        double least = dimensions.stream()
                .mapToDouble(dimension -> scores.get(dimension.id()))
                .min()
                .orElse(0);
        double most = dimensions.stream()
                .mapToDouble(dimension -> scores.get(dimension.id()))
                .max()
                .orElse(1);
        return dimensions.stream()
                .sorted(Comparator.comparing((Dimension dimension) -> scores.get(dimension.id()))
                        .reversed())
                .map(dimension -> {
                    double value = scores.get(dimension.id());
                    long above = dimensions.stream()
                            .filter(other -> scores.get(other.id()) > value)
                            .count();
                    double share = most == least ? 1 : (value - least) / (most - least);
                    return new CountryPage.Value(
                            dimension.name(),
                            dimension.definition(),
                            Figures.two(value),
                            Long.toString(above + 1),
                            Figures.place(SHORTEST + (100 - SHORTEST) * share));
                })
                .toList();
    }

    private CountryPage.ClosestModel model(ModelFit fit, Address from) {
        return new CountryPage.ClosestModel(edition.places().model(fit.model(), from), table.cell(fit));
    }

    private String name(String model) {
        return HostileText.line(edition.places().name(model));
    }

    private List<CountryPage.ClosestModel> countries(Culture culture, Address from) {
        return CultureTable.best(table.cultures().stream()
                        .filter(other -> other != culture)
                        .map(other -> new ModelFit(
                                other,
                                null,
                                CultureFit.of(table.system().dimensionIds(), culture.scores(), other.scores())))
                        .toList())
                .stream()
                .limit(COUNTRIES)
                .map(fit -> new CountryPage.ClosestModel(
                        new Link(
                                from.to(edition.places()
                                        .culture(
                                                table.series().id(),
                                                fit.culture().code())),
                                CountryNames.of(fit.culture(), words)),
                        table.cell(fit)))
                .toList();
    }

    /**
     * How near the nearest model is.
     *
     * @param nearest its name; null where none can be compared
     * @param says whether that is more than chance
     * @param apart whether it is told from the second nearest
     */
    record Closeness(String nearest, boolean says, boolean apart, String statement) {}

    Closeness closeness(Culture culture) {
        int place = table.cultures().indexOf(culture);
        return closeness(
                culture,
                CultureTable.best(
                        fits.values().stream().map(all -> all.get(place)).toList()));
    }

    /** Which model lies nearest, and whether that can be told from the next one. */
    private Closeness closeness(Culture culture, List<ModelFit> nearest) {
        if (nearest.isEmpty()) {
            return new Closeness(null, false, false, words.get("country.none"));
        }
        ModelFit first = nearest.get(0);
        boolean says = table.says(culture, first);
        if (nearest.size() == 1 || !says) {
            return new Closeness(
                    name(first.model()),
                    says,
                    says,
                    words.text(says ? "country.only" : "country.chance")
                            .with("model", name(first.model()))
                            .with("value", Figures.two(first.value()))
                            .get());
        }
        ModelFit second = nearest.get(1);
        Double between = between(first.model(), second.model());
        boolean separable = between != null
                && FitSignificance.separable(
                        first.value(),
                        second.value(),
                        between,
                        table.system().dimensions().size());
        return new Closeness(
                name(first.model()),
                true,
                separable,
                words.text(separable ? "country.apart" : "country.together")
                        .with("model", name(first.model()))
                        .with("value", Figures.two(first.value()))
                        .with("second", name(second.model()))
                        .with("next", Figures.two(second.value()))
                        .get());
    }

    private Double between(String one, String other) {
        return CultureFit.of(table.system().dimensionIds(), table.profile(one), table.profile(other));
    }
}
