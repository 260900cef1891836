package dev.valuecompass.site.culture;

import dev.valuecompass.site.board.BoardPage.ModelFigure;
import dev.valuecompass.site.culture.CultureTable.ModelFit;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds the page of one series: how every model fits each of its countries. */
final class SeriesPages {
    private static final int NEAREST_MODELS = 3;

    private final Edition edition;
    private final CultureTable table;
    private final List<ModelEntry> models;
    private final Map<String, List<ModelFit>> fits;

    /**
     * @param models by name
     * @param fits of every model with the countries of the table, by model id
     */
    SeriesPages(Edition edition, CultureTable table, List<ModelEntry> models, Map<String, List<ModelFit>> fits) {
        this.edition = edition;
        this.table = table;
        this.models = models;
        this.fits = fits;
    }

    /** @param all series of the period, to go on to */
    CultureSeriesPage page(List<CultureSeries> all, Address from) {
        CultureSeries series = table.series();
        SurveyTexts texts = new SurveyTexts(series, edition.words());
        int dimensions = table.system().dimensions().size();
        return CultureSeriesPageFields.builder()
                .period(edition.month())
                .heading(series.name())
                .lead(edition.words()
                        .text("series.lead")
                        .with("n", dimensions)
                        .with("system", table.system().name())
                        .get())
                .bound(table.bound())
                .tabs(all.stream()
                        .map(one -> new Link(from.to(edition.places().cultures(one.id())), one.name(), one == series))
                        .toList())
                .caption(edition.words().get("series.caption", "n", dimensions))
                .countries(table.cultures().stream()
                        .map(culture -> country(culture, from))
                        .toList())
                .rows(models.stream().map(model -> row(model, from)).toList())
                .map(new CultureMapFigureBuilder(edition, series, from).figure())
                .facts(texts.factsAndLicence())
                .notes(texts.notes())
                .build();
    }

    private CultureSeriesPage.CountryRow country(Culture culture, Address from) {
        int column = table.cultures().indexOf(culture);
        List<ModelFigure> nearest = RankedModel.by(
                        models, model -> fits.get(model.id()).get(column).value())
                .stream()
                .filter(one -> one.mean() != null)
                .limit(NEAREST_MODELS)
                .map(one -> new ModelFigure(edition.places().model(one.model().id(), from), Figures.two(one.mean())))
                .toList();
        return new CultureSeriesPage.CountryRow(
                "country-" + Slugs.of(culture.code()),
                from.to(edition.places().culture(table.series().id(), culture.code())),
                vector(culture.scores()),
                culture.code(),
                CountryNames.of(culture, edition.words()),
                Integer.toString(culture.year()),
                culture.n() == null ? Figures.MISSING : Figures.whole(culture.n()),
                nearest);
    }

    /** Scores for the scripts, in the order of the system; null when one is missing. */
    private String vector(Map<String, Double> scores) {
        List<String> ids = table.system().dimensionIds();
        return scores.keySet().containsAll(ids)
                ? ids.stream().map(id -> Figures.full(scores.get(id))).collect(Collectors.joining(" "))
                : null;
    }

    private CultureSeriesPage.Row row(ModelEntry model, Address from) {
        List<ModelFit> all = fits.get(model.id());
        return new CultureSeriesPage.Row(
                edition.places().model(model.id(), from),
                vector(table.profile(model.id())),
                table.statement(all),
                table.cells(all));
    }
}
