package dev.valuecompass.site.model;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.site.board.BoardBuilder;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.ModelRanking;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.List;

/** Builds the page of each value: its definition, and every model by it. */
public final class ValuePageBuilder {
    private final Edition edition;

    public ValuePageBuilder(Edition edition) {
        this.edition = edition;
    }

    public ValuePage of(ValueSystem system, Dimension dimension, Address from) {
        ModelRanking.RankedField field = edition.standings(Measure.CONFORMITY).field(system.id(), dimension.id());
        List<ValuePage.Row> rows = RankedModel.by(
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

    private String summary(ModelRanking.RankedField field) {
        if (field.sorted().isEmpty()) {
            return edition.words().get("value.empty");
        }
        return edition.words()
                .text("value.summary")
                .with("n", field.sorted().size())
                .with(
                        "low",
                        Figures.one(field.sorted().stream()
                                .min(Comparator.naturalOrder())
                                .orElseThrow()))
                .with("high", Figures.one(field.sorted().get(0)))
                .with("mean", Figures.one(field.mean()))
                .get();
    }

    private ValuePage.Row row(
            ValueSystem system, Dimension dimension, RankedModel one, ModelRanking.RankedField field, Address from) {
        ScoreCell score = edition.cell(system.id(), one.model().id(), dimension.id());
        Interval interval = score == null ? null : score.headlineInterval();
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
                        value == null ? null : BoardBuilder.heat(value)),
                value == null ? null : DotBuilder.of(value, interval, field.sorted()),
                ProfileBuilder.asked(score == null ? null : score.counts(), edition, system));
    }
}
