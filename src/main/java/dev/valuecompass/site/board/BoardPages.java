package dev.valuecompass.site.board;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Means;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.Ranked;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.site.view.BoardPage;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.view.Rose;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Group;
import dev.valuecompass.value.Reading;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Builds the leaderboard pages of one period. */
public final class BoardPages {
    private static final int HIGHEST = 3;

    private final Edition edition;
    private final Presets presets;

    public BoardPages(Edition edition, Presets presets) {
        this.edition = edition;
        this.presets = presets;
    }

    /** The mean scores. @param from the page's address, which for the latest period is also the front page */
    public BoardPage scores(SystemResult result, Address from) {
        ValueSystem system = result.system();
        String what = edition.valueSystems().size() > 1 ? system.name() : "The leaderboard";
        return new BoardPage(
                opening(result, BoardTexts.lead(edition, result)),
                tabs(system, from, Measure.CONFORMITY),
                new Boards(edition, result, Measure.CONFORMITY)
                        .build(from, what + ": mean score of every model, and its score on each value"),
                rose(system),
                definitions(system),
                system.groups().stream()
                        .map(group -> direction(system, group, from))
                        .toList(),
                related(system, from),
                presets.json(system));
    }

    /** Every system in one table. */
    public BoardPage all(Address from) {
        List<Link> tabs = tabs(null, from, Measure.CONFORMITY);
        int values = edition.valueSystems().stream()
                .mapToInt(system -> system.dimensions().size())
                .sum();
        return new BoardPage(
                new BoardPage.Opening(
                        "What language models value \u00b7 " + edition.month(),
                        "All value systems",
                        Figures.count(values, "value", "values") + " of "
                                + Figures.count(edition.valueSystems().size(), "system", "systems")
                                + " in one table. Set the weights to what matters to you.",
                        "The mean counts every value the same, so a system with more values weighs more.",
                        "The systems ask different things, and their scores lie on different scales: a mean over all of"
                                + " them is a choice, not a measurement."),
                tabs,
                new AllSystems(edition).build(from),
                null,
                List.of(),
                List.of(),
                List.of(new Link(from.to(edition.places().dataPage()), "Download these figures")),
                presets.json(edition.valueSystems()));
    }

    /** The win rates, a page of their own. */
    public BoardPage winRates(SystemResult result, Address from) {
        ValueSystem system = result.system();
        String lead = "For every question, the models that express a value beat those that do not. TrueSkill turns"
                + " these games into the probability that a model is rated above another one of the panel.";
        return new BoardPage(
                opening(result, lead),
                tabs(system, from, Measure.WIN_RATE),
                new Boards(edition, result, Measure.WIN_RATE)
                        .build(from, system.name() + ": win rate of every model on each value"),
                null,
                definitions(system),
                List.of(),
                List.of(new Link(from.to(edition.places().board(system.id())), "Scores of " + system.name())),
                null);
    }

    /** Whether the period has any win rate for the system. */
    public static boolean hasWinRates(SystemResult result) {
        return result.scores().stream().anyMatch(cell -> cell.winRate() != null);
    }

    private BoardPage.Opening opening(SystemResult result, String lead) {
        ValueSystem system = result.system();
        return new BoardPage.Opening(
                "What language models value \u00b7 " + edition.month(),
                system.name(),
                lead,
                BoardTexts.verdict(edition, system),
                system.reading() == Reading.DESCRIPTIVE ? BoardTexts.CAUTION : null);
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
            tabs.add(new Link(from.to(edition.places().all()), "All systems", current == null));
        }
        return tabs;
    }

    private Rose rose(ValueSystem system) {
        Map<String, Double> means = new HashMap<>();
        for (Dimension dimension : system.dimensions()) {
            Double mean = panel(system, dimension);
            if (mean != null) {
                means.put(dimension.id(), mean);
            }
        }
        String title =
                "What the " + Figures.count(edition.snapshot().models().size(), "model", "models") + " show on average";
        return means.isEmpty() ? null : Roses.of(system, title, means);
    }

    private Double panel(ValueSystem system, Dimension dimension) {
        return edition.standings(Measure.CONFORMITY).mean(system.id(), dimension.id());
    }

    private List<BoardPage.Definition> definitions(ValueSystem system) {
        return system.dimensions().stream()
                .map(dimension -> new BoardPage.Definition(
                        Slugs.of(dimension.id()),
                        dimension.name(),
                        dimension.definition(),
                        dimension.source(),
                        Figures.one(panel(system, dimension)),
                        Roses.tone(system, dimension.id())))
                .toList();
    }

    private BoardPage.Direction direction(ValueSystem system, Group group, Address from) {
        List<ModelEntry> models = edition.snapshot().models();
        List<Ranked> ranked = Ranked.by(
                models, model -> Means.of(edition, Measure.CONFORMITY, system.id(), model.id(), group.dimensions()));
        List<String> members = group.dimensions().stream()
                .map(id -> system.dimension(id).map(Dimension::name).orElse(id))
                .toList();
        return new BoardPage.Direction(
                Slugs.of(group.id()),
                group.name(),
                group.definition(),
                String.join(", ", members),
                Figures.one(Means.overModels(ranked.stream().map(Ranked::mean).toList())),
                "tone-" + (system.groups().indexOf(group) % 6 + 1),
                ranked.stream()
                        .filter(one -> one.mean() != null)
                        .limit(HIGHEST)
                        .map(one -> new BoardPage.Standing(
                                new Link(
                                        from.to(edition.places()
                                                .modelPage(one.model().id())),
                                        HostileText.line(one.model().name())),
                                Figures.one(one.mean())))
                        .toList());
    }

    private List<Link> related(ValueSystem system, Address from) {
        List<Link> links = new ArrayList<>();
        edition.system(system.id())
                .filter(BoardPages::hasWinRates)
                .ifPresent(result ->
                        links.add(new Link(from.to(edition.places().winRates(system.id())), "Win rates (TrueSkill)")));
        if (edition.record().items().stream()
                .anyMatch(item -> Objects.equals(item.item().system(), system.id()))) {
            links.add(new Link(from.to(edition.places().items(system.id())), "The questions that were asked"));
        }
        links.add(new Link(from.to(edition.places().dataPage()), "Download these figures"));
        return links;
    }
}
