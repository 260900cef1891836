package dev.valuecompass.site;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.FrameBuilder.Section;
import dev.valuecompass.site.board.BadgeWriter;
import dev.valuecompass.site.board.BoardPage;
import dev.valuecompass.site.board.BoardPageBuilder;
import dev.valuecompass.site.board.Presets;
import dev.valuecompass.site.culture.CountryHub;
import dev.valuecompass.site.culture.CountryPage;
import dev.valuecompass.site.culture.CulturePages;
import dev.valuecompass.site.data.DataPageBuilder;
import dev.valuecompass.site.data.Downloads;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.PageAddresses;
import dev.valuecompass.site.finding.ChangePages;
import dev.valuecompass.site.finding.FindingPages;
import dev.valuecompass.site.finding.PeriodEvidence;
import dev.valuecompass.site.finding.ValidityPageBuilder;
import dev.valuecompass.site.item.Atlas;
import dev.valuecompass.site.model.AbsencePageBuilder;
import dev.valuecompass.site.model.ModelListBuilder;
import dev.valuecompass.site.model.ModelPage;
import dev.valuecompass.site.model.ModelPageBuilder;
import dev.valuecompass.site.model.ValuePage;
import dev.valuecompass.site.model.ValuePageBuilder;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.write.PageWriter;
import dev.valuecompass.site.write.SideBySide;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All pages of one period. */
final class PeriodPages {
    private final Edition edition;
    private final PageAddresses places;
    private final PageTexts words;
    private final FrameBuilder frames;
    private final PageWriter writer;
    private final Theory theory;
    private final Atlas atlas;
    private final BoardPageBuilder boards;
    private final CulturePages cultures;
    private final FindingPages findings;
    private final PeriodValidity validity;
    private final PeriodEvidence evidence;
    private final ChangePages changes;

    /** @param edition in the language of the pages @param reckoning of the same period */
    PeriodPages(
            Edition edition,
            PeriodComputations reckoning,
            Reference reference,
            FrameBuilder frames,
            PageWriter writer) {
        this.edition = edition;
        this.places = edition.places();
        this.words = edition.words();
        this.atlas = reference.atlas();
        this.frames = frames;
        this.writer = writer;
        this.theory = reference.theory().in(edition.language().code());
        this.cultures = reckoning.cultures().in(edition, theory);
        this.boards = new BoardPageBuilder(
                edition, new Presets(theory), reckoning.before().isPresent());
        this.findings = reckoning.findings();
        this.validity = reckoning.validity();
        this.evidence = reckoning.evidence();
        this.changes = new ChangePages(edition, reckoning.before(), reckoning.chain());
    }

    /** Pages do not depend on each other, so they are made side by side; the output tree does not mind the order. */
    void write(Downloads downloads, BadgeWriter badges) {
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> front(places.home()));
        for (SystemResult result : edition.snapshot().systems()) {
            tasks.add(() -> board(result, places.board(result.system().id())));
            tasks.add(() -> winRates(result));
            tasks.add(() -> values(result.system()));
        }
        tasks.add(this::allSystems);
        tasks.add(() -> models(badges));
        tasks.add(this::absences);
        tasks.add(this::cultures);
        tasks.add(this::findings);
        tasks.add(this::validity);
        tasks.add(this::items);
        tasks.add(() -> data(downloads));
        SideBySide.each(tasks, Runnable::run);
    }

    /** The site's front page. */
    void writeFront() {
        front(places.page("index.html"));
    }

    private SystemResult first() {
        return edition.snapshot().systems().get(0);
    }

    private void board(SystemResult result, String path) {
        BoardPage page = boards.scores(result, new Address(path));
        String system = result.system().id();
        PageText text = new PageText(
                result.system().name(),
                words.sentences(page.opening().lead(), page.opening().verdict()));
        write(path, Section.LEADERBOARD, text, other -> other.board(system), "board.jte", page);
    }

    private void front(String path) {
        SystemResult result = first();
        String system = result.system().id();
        BoardPage page = boards.front(result, new Address(path), frames.site());
        PageText text = new PageText(
                page.opening().heading(),
                words.sentences(page.opening().lead(), page.opening().verdict()));
        write(path, Section.LEADERBOARD, text, other -> other.board(system), "board.jte", page);
    }

    private void winRates(SystemResult result) {
        if (!BoardPageBuilder.hasWinRates(result)) {
            return;
        }
        String system = result.system().id();
        String path = places.winRates(system);
        BoardPage page = boards.winRates(result, new Address(path));
        PageText text = new PageText(
                words.get("board.win.title", "system", result.system().name()),
                page.opening().lead());
        write(path, Section.LEADERBOARD, text, other -> other.board(system), "board.jte", page);
    }

    /** Every system in one table, where there are several. */
    private void allSystems() {
        if (edition.valueSystems().size() < 2) {
            return;
        }
        BoardPage page = boards.all(new Address(places.all()));
        PageText text = new PageText(page.opening().heading(), page.opening().lead());
        write(places.all(), Section.LEADERBOARD, text, PageAddresses::home, "board.jte", page);
    }

    private void values(ValueSystem system) {
        ValuePageBuilder pages = new ValuePageBuilder(edition);
        for (Dimension dimension : system.dimensions()) {
            String path = places.value(system.id(), dimension.id());
            ValuePage page = pages.of(system, dimension, new Address(path));
            PageText text = new PageText(
                    words.get("value.title", "value", dimension.name(), "system", system.name()),
                    dimension.definition());
            write(
                    path,
                    Section.LEADERBOARD,
                    text,
                    other -> other.value(system.id(), dimension.id()),
                    "value.jte",
                    page);
        }
    }

    private void models(BadgeWriter badges) {
        ModelListBuilder lists = new ModelListBuilder(edition);
        write(
                places.modelList(),
                Section.MODELS,
                new PageText(words.get("section.models"), words.get("models.about")),
                PageAddresses::modelList,
                "models.jte",
                lists.list(new Address(places.modelList())));
        write(
                places.compare(),
                Section.COMPARE,
                new PageText(words.get("compare.title"), words.get("compare.about")),
                PageAddresses::compare,
                "compare.jte",
                lists.compare(new Address(places.compare()), cultures.vectors()));
        ModelPageBuilder pages = new ModelPageBuilder(edition, cultures, badges, writer.tree()::has);
        SideBySide.each(edition.snapshot().models(), model -> model(pages, model));
    }

    /** Pages of models are most of a large site, and none depends on another. */
    private void model(ModelPageBuilder pages, ModelEntry model) {
        String path = places.modelPage(model.id());
        ModelPage page = pages.of(model, new Address(path));
        PageText text = new PageText(page.name(), words.get("model.about", "model", page.name()));
        write(path, Section.MODELS, text, other -> other.modelPage(model.id()), "model.jte", page);
    }

    private void absences() {
        String path = places.notEvaluated();
        write(
                path,
                Section.MODELS,
                new PageText(words.get("absence.title"), words.get("absence.about")),
                PageAddresses::notEvaluated,
                "absence.jte",
                new AbsencePageBuilder(edition, frames.before(places)).page(new Address(path)));
    }

    private void cultures() {
        String overview = places.cultures();
        PageText about = new PageText(words.get("cultures.title"), words.get("cultures.about"));
        write(
                overview,
                Section.CULTURES,
                about,
                PageAddresses::cultures,
                "cultures.jte",
                cultures.overview(new Address(overview)));
        cultures.countries().forEach(this::hub);
        for (CultureSeries series : cultures.series()) {
            String path = places.cultures(series.id());
            PageText text = new PageText(series.name(), words.get("series.about", "series", series.name()));
            write(
                    path,
                    Section.CULTURES,
                    text,
                    PageAddresses::cultures,
                    "series.jte",
                    cultures.page(series, new Address(path)));
            cultures.countries(series).forEach(culture -> country(series, culture));
        }
    }

    private void hub(String code) {
        String path = places.country(code);
        CountryHub page = cultures.hub(code, new Address(path));
        write(
                path,
                Section.CULTURES,
                new PageText(page.heading(), page.verdict()),
                PageAddresses::cultures,
                "countryhub.jte",
                page);
    }

    private void country(CultureSeries series, Culture culture) {
        String path = places.culture(series.id(), culture.code());
        CountryPage page = cultures.country(series, culture, new Address(path));
        String title = words.get("country.title", "country", page.heading(), "series", series.name());
        write(
                path,
                Section.CULTURES,
                new PageText(title, page.statement()),
                PageAddresses::cultures,
                "country.jte",
                page);
    }

    private void findings() {
        String path = places.findings();
        write(
                path,
                Section.FINDINGS,
                new PageText(words.get("section.findings"), words.get("findings.about", "month", edition.month())),
                PageAddresses::findings,
                "findings.jte",
                findings.page(edition, theory, new Address(path)));
        write(
                places.changes(),
                Section.FINDINGS,
                new PageText(words.get("changes.title"), words.get("changes.about", "month", edition.month())),
                PageAddresses::changes,
                "changes.jte",
                changes.page(new Address(places.changes())));
    }

    private void validity() {
        String path = places.validity();
        write(
                path,
                Section.FINDINGS,
                new PageText(words.get("validity.title"), words.get("validity.about", "month", edition.month())),
                PageAddresses::validity,
                "validity.jte",
                new ValidityPageBuilder(edition, validity, evidence).page(new Address(path)));
    }

    private void items() {
        new ItemSection(
                        edition,
                        (sheet, sibling, template, content) -> write(
                                sheet.path(),
                                sheet.section(),
                                new PageText(sheet.title(), sheet.description()),
                                sibling,
                                template,
                                content))
                .write(atlas, writer.tree()::has, evidence::references);
    }

    private void data(Downloads downloads) {
        String path = places.dataPage();
        write(
                path,
                Section.DATA,
                new PageText(words.get("section.data"), words.get("data.about", "month", edition.month())),
                PageAddresses::dataPage,
                "data.jte",
                new DataPageBuilder(edition)
                        .page(downloads.offer(new Address(path), edition.words()), new Address(path)));
    }

    /** Title and description of a page. */
    private record PageText(String title, String description) {}

    private void write(
            String path,
            Section section,
            PageText text,
            Function<PageAddresses, String> sibling,
            String template,
            Object content) {
        Address here = new Address(path);
        FrameBuilder.Page page = new FrameBuilder.Page(
                here,
                section,
                words.get("title.period", "title", text.title, "month", edition.month()),
                text.description,
                sibling);
        writer.write(here, template, Map.of("frame", frames.of(page, edition), "page", content, "words", words));
    }
}
