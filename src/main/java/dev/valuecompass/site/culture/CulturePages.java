package dev.valuecompass.site.culture;

import dev.valuecompass.io.Json;
import dev.valuecompass.site.culture.CultureTable.ModelFit;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.NameOrder;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Builds the pages that lay models beside cultures, one series at a time. */
public final class CulturePages {
    private final Edition edition;
    /** By name. */
    private final List<ModelEntry> models;

    private final List<CultureTable> tables = new ArrayList<>();
    private final Map<String, Map<String, List<ModelFit>>> fits = new TreeMap<>();

    public CulturePages(Edition edition, Theory theory) {
        this(edition, theory, CultureTable::values);
    }

    /** @param values what a model's fits are, in the order of the table's cultures */
    private CulturePages(Edition edition, Theory theory, BiFunction<CultureTable, ModelEntry, List<Double>> values) {
        this.edition = edition;
        this.models = edition.snapshot().models().stream()
                .sorted(Comparator.comparing(ModelEntry::name, NameOrder.OF_NAMES)
                        .thenComparing(ModelEntry::id))
                .toList();
        for (ValueSystem system : edition.valueSystems()) {
            if (theory.systemIds().contains(system.id())) {
                theory.seriesOf(system.id()).forEach(series -> add(new CultureTable(edition, series, system), values));
            }
        }
    }

    /** The same fits for readers of another language. @param theory in that language */
    public CulturePages in(Edition other, Theory theory) {
        return new CulturePages(
                other,
                theory,
                (table, model) -> fits.get(table.series().id()).get(model.id()).stream()
                        .map(ModelFit::value)
                        .toList());
    }

    /** A series none of whose cultures has every value of the frozen system has no page. */
    private void add(CultureTable table, BiFunction<CultureTable, ModelEntry, List<Double>> values) {
        if (!table.cultures().isEmpty()) {
            tables.add(table);
            Map<String, List<ModelFit>> byModel = new LinkedHashMap<>();
            models.forEach(model -> byModel.put(model.id(), table.fits(model, values.apply(table, model))));
            fits.put(table.series().id(), byModel);
        }
    }

    /** Those that have a page. */
    public List<CultureSeries> series() {
        return tables.stream().map(CultureTable::series).toList();
    }

    public CulturesPage overview(Address from) {
        return new CulturesPage(
                edition.month(),
                edition.words().get("cultures.lead"),
                tables.stream().map(table -> entry(table, from)).toList(),
                hubs().entries(from),
                new PublishedFits(edition).table(models, from));
    }

    private CulturesPage.SeriesSummary entry(CultureTable table, Address from) {
        CultureSeries series = table.series();
        return new CulturesPage.SeriesSummary(
                new Link(from.to(edition.places().cultures(series.id())), series.name()),
                table.system().name(),
                edition.words().count("countries", table.cultures().size()),
                new SurveyTexts(series, edition.words()).instrument(),
                best(table));
    }

    /** Which country is the best fit of most models, and how many best fits say anything; the first by code of several. */
    private String best(CultureTable table) {
        List<ModelFit> all = fits.get(table.series().id()).values().stream()
                .flatMap(of -> CultureTable.best(of).stream().limit(1))
                .toList();
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(fit -> fit.culture().id(), Collectors.counting()));
        return table.cultures().stream()
                .filter(culture -> counts.containsKey(culture.id()))
                .min(Comparator.comparing(culture -> -counts.get(culture.id())))
                .map(culture -> edition.words()
                        .text("cultures.best")
                        .with("country", CountryNames.of(culture, edition.words()))
                        .with("some", counts.get(culture.id()))
                        .with("models", edition.words().count("models", all.size()))
                        .with("told", all.stream().filter(table::says).count())
                        .with("all", all.size())
                        .get())
                .orElse(null);
    }

    public CultureSeriesPage page(CultureSeries series, Address from) {
        return new SeriesPages(edition, table(series), models, fits.get(series.id())).page(series(), from);
    }

    /** Every series with the vectors of its countries, in the order of the system's values, as JSON for scripts. */
    public String vectors() {
        return Json.line(tables.stream().map(this::vectors).toList());
    }

    private SeriesVectors vectors(CultureTable table) {
        List<String> ids = table.system().dimensionIds();
        return new SeriesVectors(
                table.series().id(),
                table.series().name(),
                table.system().id(),
                ids,
                table.cultures().stream()
                        .map(culture -> new CultureVector(
                                culture.code(),
                                CountryNames.of(culture, edition.words()),
                                ids.stream().map(culture.scores()::get).toList()))
                        .toList());
    }

    private record SeriesVectors(
            String id, String name, String system, List<String> dimensions, List<CultureVector> cultures) {}

    private record CultureVector(String code, String name, List<Double> scores) {}

    /** Codes of the countries of any series. */
    public Set<String> countries() {
        return hubs().codes();
    }

    /** What all surveys say of a country. */
    public CountryHub hub(String code, Address from) {
        return hubs().page(code, from);
    }

    private CountryHubBuilder hubs() {
        CountryHubBuilder hubs = new CountryHubBuilder(edition);
        tables.forEach(table -> hubs.add(
                table,
                new CountryPageBuilder(edition, table, fits.get(table.series().id()))));
        return hubs;
    }

    /** Countries of a series that have a page, by code. */
    public List<Culture> countries(CultureSeries series) {
        return table(series).cultures();
    }

    public CountryPage country(CultureSeries series, Culture culture, Address from) {
        return new CountryPageBuilder(edition, table(series), fits.get(series.id())).of(culture, from);
    }

    private CultureTable table(CultureSeries series) {
        return tables.stream()
                .filter(one -> one.series().id().equals(series.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What the page of one model says, a block a series, and the figures of the source. */
    public CultureFits of(ModelEntry model, Address from) {
        ModelFits said = new ModelFits(edition);
        return new CultureFits(
                tables.stream()
                        .map(table ->
                                said.block(table, fits.get(table.series().id()).get(model.id()), from))
                        .toList(),
                new PublishedFits(edition).of(model));
    }
}
