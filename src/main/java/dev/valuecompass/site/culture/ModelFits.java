package dev.valuecompass.site.culture;

import dev.valuecompass.site.culture.CultureTable.ModelFit;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import java.util.List;

/** What the page of a model says of the countries nearest to it. */
final class ModelFits {
    private static final int NEAREST_COUNTRIES = 5;

    private final Edition edition;

    ModelFits(Edition edition) {
        this.edition = edition;
    }

    /** A series. @param all fits of the model with the countries of the table */
    CultureFits.SeriesFits block(CultureTable table, List<ModelFit> all, Address from) {
        CultureSeries series = table.series();
        return new CultureFits.SeriesFits(
                Slugs.of(series.id()),
                series.name(),
                new Link(
                        from.to(edition.places().cultures(series.id())),
                        edition.words().get("fits.all")),
                edition.words()
                        .text("fits.formula")
                        .with("n", table.system().dimensions().size())
                        .with(
                                "countries",
                                edition.words()
                                        .count("countries", table.cultures().size()))
                        .get(),
                table.statement(all),
                CultureTable.best(all).stream()
                        .limit(NEAREST_COUNTRIES)
                        .map(fit -> new CultureFits.CountryFit(
                                CountryNames.of(fit.culture(), edition.words()), about(fit.culture()), table.cell(fit)))
                        .toList());
    }

    private String about(Culture culture) {
        return culture.n() == null
                ? Integer.toString(culture.year())
                : edition.words().get("fits.survey", "year", Integer.toString(culture.year()), "people", culture.n());
    }
}
