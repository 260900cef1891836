package dev.valuecompass.site.model;

import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.site.board.BoardBuilder;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.NameOrder;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the pages that list every model of a period. */
public final class ModelListBuilder {
    private final Edition edition;

    public ModelListBuilder(Edition edition) {
        this.edition = edition;
    }

    public ModelList list(Address from) {
        List<ModelEntry> models = edition.snapshot().models().stream()
                .sorted(Comparator.comparing(ModelEntry::name, NameOrder.OF_NAMES)
                        .thenComparing(ModelEntry::id))
                .toList();
        return new ModelList(
                edition.month(),
                edition.words().get("models.lead", "n", models.size()),
                edition.valueSystems().stream().map(ValueSystem::name).toList(),
                models.stream().map(model -> row(model, from)).toList(),
                edition.snapshot().notEvaluated().stream()
                        .map(one -> new ModelList.AbsentModel(
                                HostileText.line(one.name()),
                                HostileText.line(one.reason()),
                                HostileText.line(one.since())))
                        .toList());
    }

    private ModelList.Row row(ModelEntry model, Address from) {
        return new ModelList.Row(
                edition.places().model(model.id(), from),
                BoardBuilder.facts(model, edition.words()),
                edition.valueSystems().stream()
                        .map(system -> mean(system, model))
                        .toList());
    }

    private Cell mean(ValueSystem system, ModelEntry model) {
        RankedModel ranked = edition.standings(Measure.CONFORMITY).place(system.id(), model.id());
        Double mean = ranked.mean();
        return new Cell(
                "mean:" + system.id(),
                Figures.full(mean),
                Figures.one(mean),
                mean == null
                        ? edition.words().get("models.no-mean")
                        : system.reading() == ScoreMeaning.DESCRIPTIVE
                                ? null
                                : edition.words().get("models.rank", "rank", ranked.rank()),
                mean == null ? null : BoardBuilder.heat(mean));
    }

    /** @param series of {@link dev.valuecompass.site.culture.CulturePages#vectors()} */
    public ComparePage compare(Address from, String series) {
        return new ComparePage(
                edition.month(),
                edition.words().get("compare.lead"),
                edition.snapshot().systems().stream()
                        .map(result -> new ComparePage.SystemBoard(
                                "compare-" + Slugs.of(result.system().id()),
                                result.system().name(),
                                new BoardBuilder(edition, result, Measure.CONFORMITY)
                                        .build(
                                                from,
                                                edition.words()
                                                        .get(
                                                                "compare.caption",
                                                                "system",
                                                                result.system().name()))))
                        .toList(),
                series,
                edition.valueSystems().stream()
                        .filter(CaseListBuilder::harmful)
                        .map(ValueSystem::id)
                        .collect(Collectors.joining("|")),
                (edition.snapshot().run() == null
                                ? ResampledUnit.ITEM
                                : edition.snapshot().run().scoring().resampled())
                        .name());
    }
}
