package dev.valuecompass.site.board;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.EqualWeightMeans;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Group;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Builds the leaderboard pages of one period. */
public final class BoardPageBuilder {
    private static final int HIGHEST = 3;

    private final Edition edition;
    private final Presets presets;
    private final boolean follows;

    /** @param follows whether there is a period before, so that something may have changed */
    public BoardPageBuilder(Edition edition, Presets presets, boolean follows) {
        this.edition = edition;
        this.presets = presets;
        this.follows = follows;
    }

    private Link changes(Address from) {
        return follows
                ? new Link(from.to(edition.places().changes()), edition.words().get("board.changes"))
                : null;
    }

    /** What somebody sees who comes for the first time: every model at once, three questions, and the first system below. */
    public BoardPage front(SystemResult result, Address from, String site) {
        BoardPage page = scores(result, from);
        PageTexts words = edition.words();
        return BoardPageFields.builder()
                .opening(new BoardPage.Introduction(
                        words.get("board.front.kicker", "site", site, "month", edition.month()),
                        words.get("board.front.heading"),
                        page.opening().lead(),
                        page.opening().verdict(),
                        page.opening().caution(),
                        page.opening().changes()))
                .questions(new FrontQuestions(edition, result.system(), from).all())
                .strips(page.rose() == null ? null : StripsBuilder.of(edition, result.system(), from))
                .tabs(page.tabs())
                .board(page.board())
                .rose(null)
                .pairs(null)
                .costs(null)
                .definitions(page.definitions())
                .directions(page.directions())
                .related(page.related())
                .presets(page.presets())
                .build();
    }

    /** The mean scores. @param from the page's address, which for the latest period is also the front page */
    public BoardPage scores(SystemResult result, Address from) {
        ValueSystem system = result.system();
        PageTexts words = edition.words();
        String what = edition.valueSystems().size() > 1 ? system.name() : words.get("board.alone");
        return BoardPageFields.builder()
                .opening(opening(result, BoardTexts.lead(edition, result), from))
                .questions(List.of())
                .strips(null)
                .tabs(tabs(system, from, Measure.CONFORMITY))
                .board(new BoardBuilder(edition, result, Measure.CONFORMITY)
                        .build(from, words.get("board.caption", "system", what)))
                .rose(rose(system, from))
                .pairs(PairsBuilder.of(edition, system))
                .costs(new CostsBuilder(edition, system, from).costs())
                .definitions(definitions(system, Measure.CONFORMITY))
                .directions(system.groups().stream()
                        .map(group -> direction(system, group, from))
                        .toList())
                .related(related(system, from))
                .presets(presets.json(system, edition.profiles(system), words))
                .build();
    }

    /** Every system in one table. */
    public BoardPage all(Address from) {
        List<Link> tabs = tabs(null, from, Measure.CONFORMITY);
        int values = edition.valueSystems().stream()
                .mapToInt(system -> system.dimensions().size())
                .sum();
        PageTexts words = edition.words();
        return BoardPageFields.builder()
                .opening(new BoardPage.Introduction(
                        words.get("board.kicker", "month", edition.month()),
                        words.get("board.all.heading"),
                        words.text("board.all.lead")
                                .with("values", words.count("values", values))
                                .with(
                                        "systems",
                                        words.count(
                                                "systems",
                                                edition.valueSystems().size()))
                                .get(),
                        words.get("board.all.verdict"),
                        words.get("board.all.caution"),
                        changes(from)))
                .questions(List.of())
                .strips(null)
                .tabs(tabs)
                .board(new AllSystems(edition).build(from))
                .rose(null)
                .pairs(null)
                .costs(null)
                .definitions(List.of())
                .directions(List.of())
                .related(List.of(new Link(from.to(edition.places().dataPage()), words.get("board.download"))))
                .presets(presets.json(edition.valueSystems(), words))
                .build();
    }

    /** The win rates, a page of their own. */
    public BoardPage winRates(SystemResult result, Address from) {
        ValueSystem system = result.system();
        PageTexts words = edition.words();
        return BoardPageFields.builder()
                .opening(new BoardPage.Introduction(
                        words.get("board.kicker", "month", edition.month()),
                        words.get("board.win.title", "system", system.name()),
                        words.get("board.win.lead"),
                        BoardTexts.winVerdict(edition, system),
                        caution(system),
                        changes(from)))
                .questions(List.of())
                .strips(null)
                .tabs(tabs(system, from, Measure.WIN_RATE))
                .board(new BoardBuilder(edition, result, Measure.WIN_RATE)
                        .build(from, words.get("board.win.caption", "system", system.name())))
                .rose(null)
                .pairs(null)
                .costs(null)
                .definitions(definitions(system, Measure.WIN_RATE))
                .directions(List.of())
                .related(List.of(new Link(
                        from.to(edition.places().board(system.id())),
                        words.get("board.win.back", "system", system.name()))))
                .presets(null)
                .build();
    }

    /** Whether the period has any win rate for the system. */
    public static boolean hasWinRates(SystemResult result) {
        return result.scores().stream().anyMatch(cell -> cell.winRate() != null);
    }

    private BoardPage.Introduction opening(SystemResult result, String lead, Address from) {
        ValueSystem system = result.system();
        return new BoardPage.Introduction(
                edition.words().get("board.kicker", "month", edition.month()),
                system.name(),
                lead,
                BoardTexts.verdict(edition, system),
                caution(system),
                changes(from));
    }

    private String caution(ValueSystem system) {
        return system.reading() == ScoreMeaning.DESCRIPTIVE ? edition.words().get("board.caution") : null;
    }

    /** @param current null on the page of all systems */
    private List<Link> tabs(ValueSystem current, Address from, Measure measure) {
        List<Link> tabs = new ArrayList<>();
        for (SystemResult result : edition.snapshot().systems()) {
            ValueSystem system = result.system();
            String place = measure == Measure.WIN_RATE && hasWinRates(result)
                    ? edition.places().winRates(system.id())
                    : edition.places().board(system.id());
            tabs.add(new Link(
                    from.to(place),
                    system.name(),
                    current != null && system.id().equals(current.id())));
        }
        if (tabs.size() > 1) {
            tabs.add(new Link(from.to(edition.places().all()), edition.words().get("board.all.tab"), current == null));
        }
        return tabs;
    }

    private Rose rose(ValueSystem system, Address from) {
        Map<String, Double> means = new HashMap<>();
        for (Dimension dimension : system.dimensions()) {
            Double mean = panel(system, dimension);
            if (mean != null) {
                means.put(dimension.id(), mean);
            }
        }
        PageTexts words = edition.words();
        String title = words.get(
                "rose.models",
                "models",
                words.count("models", edition.snapshot().models().size()));
        return means.isEmpty()
                ? null
                : RoseBuilder.of(
                        system,
                        title,
                        means,
                        dimension -> from.to(edition.places().value(system.id(), dimension.id())),
                        words);
    }

    private Double panel(ValueSystem system, Dimension dimension) {
        return edition.standings(Measure.CONFORMITY).mean(system.id(), dimension.id());
    }

    /** With means of all models where the page shows the scores that they are means of. */
    private List<BoardPage.Definition> definitions(ValueSystem system, Measure measure) {
        return system.dimensions().stream()
                .map(dimension -> new BoardPage.Definition(
                        Slugs.of(dimension.id()),
                        dimension.name(),
                        dimension.definition(),
                        dimension.source(),
                        measure == Measure.CONFORMITY ? Figures.one(panel(system, dimension)) : null,
                        RoseBuilder.tone(system, dimension.id())))
                .toList();
    }

    private BoardPage.Direction direction(ValueSystem system, Group group, Address from) {
        List<ModelEntry> models = edition.snapshot().models();
        List<RankedModel> ranked = RankedModel.by(
                models,
                model -> EqualWeightMeans.of(edition, Measure.CONFORMITY, system.id(), model.id(), group.dimensions()));
        List<String> members = group.dimensions().stream()
                .map(id -> system.dimension(id).map(Dimension::name).orElse(id))
                .toList();
        return new BoardPage.Direction(
                Slugs.of(group.id()),
                group.name(),
                group.definition(),
                edition.words().list(members),
                Figures.one(EqualWeightMeans.overModels(
                        ranked.stream().map(RankedModel::mean).toList())),
                "tone-" + (system.groups().indexOf(group) % 6 + 1),
                ranked.stream()
                        .filter(one -> one.mean() != null)
                        .limit(HIGHEST)
                        .map(one -> new BoardPage.ModelFigure(
                                edition.places().model(one.model().id(), from), Figures.one(one.mean())))
                        .toList());
    }

    private List<Link> related(ValueSystem system, Address from) {
        PageTexts words = edition.words();
        List<Link> links = new ArrayList<>();
        edition.system(system.id())
                .filter(BoardPageBuilder::hasWinRates)
                .ifPresent(result -> links.add(
                        new Link(from.to(edition.places().winRates(system.id())), words.get("board.win.link"))));
        if (edition.record().items().stream()
                .anyMatch(item -> Objects.equals(item.item().system(), system.id()))) {
            links.add(new Link(from.to(edition.places().items(system.id())), words.get("board.questions")));
        }
        links.add(new Link(from.to(edition.places().dataPage()), words.get("board.download")));
        links.add(new Link(from.to(edition.places().validity()), words.get("validity.title")));
        return links;
    }
}
