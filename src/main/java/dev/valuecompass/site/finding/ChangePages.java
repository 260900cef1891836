package dev.valuecompass.site.finding;

import dev.valuecompass.findings.Comparability;
import dev.valuecompass.findings.Comparability.Kind;
import dev.valuecompass.findings.RankMoves;
import dev.valuecompass.findings.SharedItems;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.NameOrder;
import dev.valuecompass.site.text.Reasons;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the page of what changed since the period before. */
public final class ChangePages {
    private static final double LEVEL = 0.9;

    private final Edition edition;
    private final Optional<PeriodRecord> before;
    private final List<PeriodLink> chain;

    /**
     * @param before the period that it is compared with; empty for the first
     * @param chain links from this period back, the one to the period before first; empty for the first period
     */
    public ChangePages(Edition edition, Optional<PeriodRecord> before, List<PeriodLink> chain) {
        this.edition = edition;
        this.before = before;
        this.chain = chain;
    }

    public ChangesPage page(Address here) {
        PageTexts words = edition.words();
        Link findings =
                new Link(here.to(edition.places().findings()), words.get("changes.findings", "month", edition.month()));
        if (before.isEmpty()) {
            return new ChangesPage(
                    edition.month(), words.get("changes.title"), words.get("changes.first"), "", List.of(), findings);
        }
        PeriodRecord then = before.get();
        String month = words.month(then.snapshot().period());
        Comparability comparable = Comparability.of(then.snapshot(), edition.snapshot());
        String reasons = Reasons.of(comparable, words);
        return new ChangesPage(
                edition.month(),
                words.get("changes.since", "month", month),
                comparable.kind() == Kind.NOTHING ? words.get("changes.nothing") : words.get("changes.lead"),
                switch (comparable.kind()) {
                    case ALL -> "";
                    case SHARED_ITEMS -> words.get("changes.other-items", "reasons", reasons);
                    case NOTHING -> words.get("changes.not-comparable", "reasons", reasons);
                },
                comparable.kind() == Kind.NOTHING ? List.of() : boards(here, then),
                findings);
    }

    private List<ChangesPage.BoardChanges> boards(Address here, PeriodRecord then) {
        Map<String, String> names = new HashMap<>();
        Stream.of(edition.snapshot(), then.snapshot())
                .flatMap(snapshot -> snapshot.models().stream())
                .forEach(model -> names.putIfAbsent(model.id(), model.name()));
        return RankMoves.between(then.snapshot(), edition.snapshot()).stream()
                .map(moves -> board(moves, then, names, here))
                .toList();
    }

    private ChangesPage.BoardChanges board(
            RankMoves moves, PeriodRecord then, Map<String, String> names, Address here) {
        ValueSystem system = edition.system(moves.system()).orElseThrow().system();
        boolean ranked = system.reading() == ScoreMeaning.NORMATIVE;
        Comparator<RankMoves.RankMove> order = ranked
                ? Comparator.comparing(RankMoves.RankMove::rankAfter, Comparator.nullsLast(Comparator.naturalOrder()))
                : Comparator.comparing(move -> name(names, move), NameOrder.OF_NAMES);
        return new ChangesPage.BoardChanges(
                Slugs.of("moves " + moves.system()),
                system.name(),
                ranked,
                shared(SharedItems.of(moves.system(), then, edition.record(), LEVEL)),
                linked(moves.system(), then, here),
                TrendFigure.of(chain, system, edition, here),
                moves.moves().stream()
                        .sorted(order.thenComparing(RankMoves.RankMove::model))
                        .map(move -> row(here, names, move))
                        .toList());
    }

    private static String name(Map<String, String> names, RankMoves.RankMove move) {
        return HostileText.line(names.getOrDefault(move.model(), move.model()));
    }

    private LinkedFigure linked(String system, PeriodRecord then, Address here) {
        return chain.stream()
                .limit(1)
                .flatMap(link -> link.system(system).stream())
                .findFirst()
                .map(one -> LinkedFigure.of(
                        one,
                        edition,
                        edition.system(system).orElseThrow().system(),
                        edition.words().month(then.snapshot().period()),
                        here))
                .orElse(null);
    }

    private String shared(SharedItems shared) {
        MeanChange change = shared.change();
        return change == null || change.interval() == null
                ? ""
                : edition.words()
                        .text("changes.shared")
                        .with("items", edition.words().count("items", change.n()))
                        .with(
                                "models",
                                edition.words().count("models", shared.models().size()))
                        .with("points", Figures.one(change.mean()))
                        .with("low", Figures.one(change.interval().low()))
                        .with("high", Figures.one(change.interval().high()))
                        .get();
    }

    private ChangesPage.Row row(Address here, Map<String, String> names, RankMoves.RankMove move) {
        String page = edition.places().modelPage(move.model());
        return new ChangesPage.Row(
                new Link(page == null ? null : here.to(page), name(names, move)),
                Figures.one(move.before()),
                Figures.one(move.after()),
                signed(move.shift()),
                place(move.rankBefore()) + " \u2192 " + place(move.rankAfter()),
                steps(move.ownShift()),
                steps(move.fieldShift()));
    }

    private static String place(Integer rank) {
        return rank == null ? Figures.MISSING : Integer.toString(rank);
    }

    private static String signed(Double points) {
        String text = Figures.one(points);
        return points == null || points <= 0 || text.equals("0.0") ? text : "+" + text;
    }

    private static String steps(Integer places) {
        return places == null ? Figures.MISSING : places == 0 ? "0" : (places > 0 ? "+" : "\u2212") + Math.abs(places);
    }
}
