package dev.valuecompass.site.model;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.model.ModelPage.PastRanks;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a model stood up to the period of the page, and whether one may compare. What came later is on the pages of
 * later periods: a page says what its period knew, and stays as it is.
 */
final class ModelHistory {
    private ModelHistory() {}

    /** Newest first; empty when no earlier period has the model. */
    static List<PastRanks> of(Edition edition, ModelEntry model, Address from) {
        List<PastRanks> moments = new ArrayList<>();
        for (History.Period period : edition.history().periods()) {
            boolean past = period.period().compareTo(edition.period()) <= 0;
            if (past && period.models().contains(model.id())) {
                moments.add(0, moment(edition, period, model.id(), from));
            }
        }
        return moments.size() < 2 ? List.of() : List.copyOf(moments);
    }

    private static PastRanks moment(Edition edition, History.Period period, String model, Address from) {
        boolean here = period.period().equals(edition.period());
        // An id that names its page as it stands does so in every period.
        boolean named = model.equals(Slugs.of(model));
        return new PastRanks(
                new Link(
                        here || !named ? null : from.to(edition.places().modelPageOf(period.period(), model)),
                        edition.words().month(period.period()),
                        here),
                edition.valueSystems().stream()
                        .filter(system -> edition.covers(system.id(), model))
                        .map(system -> rank(system, period, model, edition.words()))
                        .toList(),
                History.since(period, edition.words()));
    }

    private static Cell rank(ValueSystem system, History.Period period, String model, PageTexts words) {
        History.MeanAndRank standing =
                period.standings().getOrDefault(system.id(), Map.of()).get(model);
        if (standing == null) {
            return new Cell(system.id(), null, Figures.MISSING, null, null);
        }
        String mean = words.get("model.mean", "mean", Figures.one(standing.mean()));
        return system.reading() == ScoreMeaning.DESCRIPTIVE
                ? new Cell(system.id(), Figures.full(standing.mean()), mean, null, null)
                : new Cell(
                        system.id(),
                        Figures.full(standing.mean()),
                        words.get("model.of", "rank", standing.rank(), "all", standing.of()),
                        mean,
                        null);
    }
}
