package dev.valuecompass.site.culture;

import dev.valuecompass.io.Json;
import dev.valuecompass.site.board.Boards;
import dev.valuecompass.site.culture.CultureTable.Fit;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Ranked;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.site.view.Cell;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.view.board.BoardPage.Standing;
import dev.valuecompass.site.view.culture.CountryPage;
import dev.valuecompass.site.view.culture.CultureFits;
import dev.valuecompass.site.view.culture.CultureSeriesPage;
import dev.valuecompass.site.view.culture.CulturesPage;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.Snapshot.CultureFigure;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Builds the pages that lay models beside cultures, one series at a time. */
public final class CulturePages {
    private static final int NEAREST_COUNTRIES = 5;
    private static final int NEAREST_MODELS = 3;

    private final Edition edition;
    /** By name. */
    private final List<ModelEntry> models;

    private final List<CultureTable> tables = new ArrayList<>();
    private final Map<String, Map<String, List<Fit>>> fits = new TreeMap<>();

    public CulturePages(Edition edition, Theory theory) {
        this(edition, theory, CultureTable::values);
    }

    /** @param values what a model's fits are, in the order of the table's cultures */
    private CulturePages(Edition edition, Theory theory, BiFunction<CultureTable, ModelEntry, List<Double>> values) {
        this.edition = edition;
        this.models = edition.snapshot().models().stream()
                .sorted(Comparator.comparing(ModelEntry::name, String.CASE_INSENSITIVE_ORDER)
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
                        .map(Fit::value)
                        .toList());
    }

    /** A series none of whose cultures has every value of the frozen system has no page. */
    private void add(CultureTable table, BiFunction<CultureTable, ModelEntry, List<Double>> values) {
        if (!table.cultures().isEmpty()) {
            tables.add(table);
            Map<String, List<Fit>> byModel = new LinkedHashMap<>();
            models.forEach(model -> byModel.put(model.id(), table.fits(model, values.apply(table, model))));
            fits.put(table.series().id(), byModel);
        }
    }

    public List<CultureSeries> series() {
        return tables.stream().map(CultureTable::series).toList();
    }

    public CulturesPage overview(Address from) {
        return new CulturesPage(
                edition.month(),
                edition.words().get("cultures.lead"),
                tables.stream().map(table -> entry(table, from)).toList(),
                published(from));
    }

    private CulturesPage.Series entry(CultureTable table, Address from) {
        CultureSeries series = table.series();
        return new CulturesPage.Series(
                new Link(from.to(edition.places().cultures(series.id())), series.name()),
                table.system().name(),
                edition.words().count("countries", table.cultures().size()),
                new SurveyTexts(series, edition.words()).instrument());
    }

    public CultureSeriesPage page(CultureSeries series, Address from) {
        CultureTable table = table(series);
        SurveyTexts texts = new SurveyTexts(series, edition.words());
        return new CultureSeriesPage(
                edition.month(),
                series.name(),
                edition.words()
                        .get(
                                "series.lead",
                                "n",
                                table.system().dimensions().size(),
                                "system",
                                table.system().name()),
                table.bound(),
                tables.stream()
                        .map(one -> new Link(
                                from.to(edition.places().cultures(one.series().id())),
                                one.series().name(),
                                one == table))
                        .toList(),
                edition.words()
                        .get("series.caption", "n", table.system().dimensions().size()),
                table.cultures().stream()
                        .map(culture -> country(table, culture, from))
                        .toList(),
                models.stream().map(model -> row(table, model, from)).toList(),
                new CultureMapFigures(edition, series, from).figure(),
                texts.factsAndLicence(),
                texts.notes());
    }

    /** Every series with the vectors of its countries, in the order of the system's values, as JSON for scripts. */
    public String vectors() {
        return Json.line(tables.stream().map(this::vectors).toList());
    }

    private Vectors vectors(CultureTable table) {
        List<String> ids = table.system().dimensionIds();
        return new Vectors(
                table.series().id(),
                table.series().name(),
                table.system().id(),
                ids,
                table.cultures().stream()
                        .map(culture -> new Vector(
                                culture.code(),
                                CountryNames.of(culture, edition.words()),
                                ids.stream().map(culture.scores()::get).toList()))
                        .toList());
    }

    private record Vectors(String id, String name, String system, List<String> dimensions, List<Vector> cultures) {}

    private record Vector(String code, String name, List<Double> scores) {}

    /** Countries of a series that have a page, by code. */
    public List<Culture> countries(CultureSeries series) {
        return table(series).cultures();
    }

    public CountryPage country(CultureSeries series, Culture culture, Address from) {
        return new CountryPages(edition, table(series), fits.get(series.id())).of(culture, from);
    }

    private CultureTable table(CultureSeries series) {
        return tables.stream()
                .filter(one -> one.series().id().equals(series.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What the page of one model says, a block a series, and the figures of the source. */
    public CultureFits of(ModelEntry model, Address from) {
        return new CultureFits(
                tables.stream().map(table -> block(table, model, from)).toList(),
                edition.snapshot().cultureFigures().stream()
                        .filter(figure -> figure.model().equals(model.id()))
                        .map(figure -> new CultureFits.Published(
                                HostileText.line(edition.words().country(figure.country())),
                                Figures.rounded(figure.value(), 3),
                                HostileText.line(figure.formula())))
                        .toList());
    }

    private CultureFits.Block block(CultureTable table, ModelEntry model, Address from) {
        CultureSeries series = table.series();
        List<Fit> all = fits.get(series.id()).get(model.id());
        return new CultureFits.Block(
                Slugs.of(series.id()),
                series.name(),
                new Link(
                        from.to(edition.places().cultures(series.id())),
                        edition.words().get("fits.all")),
                edition.words()
                        .get(
                                "fits.formula",
                                "n",
                                table.system().dimensions().size(),
                                "countries",
                                edition.words()
                                        .count("countries", table.cultures().size())),
                table.statement(all),
                CultureTable.best(all).stream()
                        .limit(NEAREST_COUNTRIES)
                        .map(fit -> new CultureFits.Fit(
                                CountryNames.of(fit.culture(), edition.words()), about(fit.culture()), table.cell(fit)))
                        .toList());
    }

    private String about(Culture culture) {
        return culture.n() == null
                ? Integer.toString(culture.year())
                : edition.words().get("fits.survey", "year", Integer.toString(culture.year()), "people", culture.n());
    }

    private CultureSeriesPage.Country country(CultureTable table, Culture culture, Address from) {
        int column = table.cultures().indexOf(culture);
        Map<String, List<Fit>> byModel = fits.get(table.series().id());
        List<Standing> nearest = Ranked.by(
                        models, model -> byModel.get(model.id()).get(column).value())
                .stream()
                .filter(one -> one.mean() != null)
                .limit(NEAREST_MODELS)
                .map(one -> new Standing(link(one.model(), from), Figures.two(one.mean())))
                .toList();
        return new CultureSeriesPage.Country(
                "country-" + Slugs.of(culture.code()),
                from.to(edition.places().culture(table.series().id(), culture.code())),
                vector(table, culture.scores()),
                culture.code(),
                CountryNames.of(culture, edition.words()),
                Integer.toString(culture.year()),
                culture.n() == null ? Figures.MISSING : Figures.whole(culture.n()),
                nearest);
    }

    /** Scores for the scripts, in the order of the system; null when one is missing. */
    private static String vector(CultureTable table, Map<String, Double> scores) {
        List<String> ids = table.system().dimensionIds();
        return scores.keySet().containsAll(ids)
                ? ids.stream().map(id -> Figures.full(scores.get(id))).collect(Collectors.joining(" "))
                : null;
    }

    private CultureSeriesPage.Row row(CultureTable table, ModelEntry model, Address from) {
        List<Fit> all = fits.get(table.series().id()).get(model.id());
        return new CultureSeriesPage.Row(
                link(model, from),
                vector(table, table.profile(model.id())),
                table.statement(all),
                all.stream().map(table::cell).toList());
    }

    private Link link(ModelEntry model, Address from) {
        return new Link(from.to(edition.places().modelPage(model.id())), HostileText.line(model.name()));
    }

    /** Null when the source published none. */
    private CulturesPage.PublishedTable published(Address from) {
        List<CultureFigure> figures = edition.snapshot().cultureFigures();
        if (figures.isEmpty()) {
            return null;
        }
        List<String> codes =
                figures.stream().map(CultureFigure::country).distinct().sorted().toList();
        Map<String, Map<String, Double>> values = new TreeMap<>();
        figures.forEach(figure ->
                values.computeIfAbsent(figure.model(), m -> new TreeMap<>()).put(figure.country(), figure.value()));
        return new CulturesPage.PublishedTable(
                figures.stream()
                        .map(CultureFigure::formula)
                        .map(HostileText::line)
                        .distinct()
                        .collect(Collectors.joining("; ")),
                codes.stream()
                        .map(code -> HostileText.line(edition.words().country(code)))
                        .toList(),
                models.stream()
                        .filter(model -> values.containsKey(model.id()))
                        .map(model -> new CulturesPage.Row(
                                link(model, from),
                                codes.stream()
                                        .map(code -> figure(
                                                code, values.get(model.id()).get(code)))
                                        .toList()))
                        .toList());
    }

    private static Cell figure(String code, Double value) {
        boolean correlation = value != null && Math.abs(value) <= 1;
        return new Cell(
                HostileText.line(code),
                Figures.full(value),
                Figures.rounded(value, 3),
                null,
                correlation ? Boards.heat(50 * (value + 1)) : null);
    }
}
