package dev.valuecompass.site.model;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.site.board.Boards;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.Ranked;
import dev.valuecompass.site.edition.Standings;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.view.Cell;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.view.model.ValuePage;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.List;

/** Builds the page of each value: its definition, and every model by it. */
public final class ValuePages {
    private final Edition edition;

    public ValuePages(Edition edition) {
        this.edition = edition;
    }

    public ValuePage of(ValueSystem system, Dimension dimension, Address from) {
        Standings.Field field = edition.standings(Measure.CONFORMITY).field(system.id(), dimension.id());
        List<ValuePage.Row> rows = Ranked.by(
                        edition.snapshot().models(),
                        model -> edition.figure(Measure.CONFORMITY, system.id(), model.id(), dimension.id()))
                .stream()
                .map(one -> row(system, dimension, one, field, from))
                .toList();
        return new ValuePage(
                edition.month(),
                new Link(
                        from.to(edition.places().board(system.id())),
                        edition.words().get("value.board", "system", system.name())),
                dimension.name(),
                dimension.definition(),
                dimension.source(),
                values(system, dimension, from),
                summary(field),
                rows);
    }

    private List<Link> values(ValueSystem system, Dimension current, Address from) {
        return system.dimensions().stream()
                .map(dimension -> new Link(
                        from.to(edition.places().value(system.id(), dimension.id())),
                        dimension.name(),
                        dimension.id().equals(current.id())))
                .toList();
    }

    private String summary(Standings.Field field) {
        if (field.sorted().isEmpty()) {
            return edition.words().get("value.empty");
        }
        return edition.words()
                .get(
                        "value.summary",
                        "n",
                        field.sorted().size(),
                        "low",
                        Figures.one(field.sorted().stream()
                                .min(Comparator.naturalOrder())
                                .orElseThrow()),
                        "high",
                        Figures.one(field.sorted().get(0)),
                        "mean",
                        Figures.one(field.mean()));
    }

    private ValuePage.Row row(
            ValueSystem system, Dimension dimension, Ranked one, Standings.Field field, Address from) {
        ScoreCell score = edition.cell(system.id(), one.model().id(), dimension.id());
        Interval interval = score == null ? null : score.interval();
        Double value = one.mean();
        return new ValuePage.Row(
                one.rank(),
                edition.places().model(one.model().id(), from),
                HostileText.line(one.model().developer()),
                new Cell(
                        "score",
                        Figures.full(value),
                        Figures.one(value),
                        interval == null ? null : Figures.one(interval.low()) + "\u2013" + Figures.one(interval.high()),
                        value == null ? null : Boards.heat(value)),
                value == null ? null : Dots.of(value, interval, field.sorted()),
                Profiles.asked(score == null ? null : score.counts(), edition.words()));
    }
}
