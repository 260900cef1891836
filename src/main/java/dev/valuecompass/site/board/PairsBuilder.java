package dev.valuecompass.site.board;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.statistics.Separation.RankGroup;
import dev.valuecompass.scores.statistics.Separation.RankInterval;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tests of all pairs of means behind the ranges of ranks, as a matrix with the models in the order of the board. */
final class PairsBuilder {
    /** Above this the names cannot be read; the ranges beside the ranks say the same. */
    private static final int MOST_MODELS = 60;

    private PairsBuilder() {}

    /** Null where the period cannot say which models are told apart, with fewer than two of them, and with too many. */
    static BoardPage.Pairs of(Edition edition, ValueSystem system) {
        Map<String, String> names =
                edition.snapshot().models().stream().collect(Collectors.toMap(ModelEntry::id, ModelEntry::name));
        List<RankInterval> places = edition.intervals(system.id()).places();
        int models = places.size();
        if (models < 2 || models > MOST_MODELS) {
            return null;
        }
        int together = places.stream()
                .flatMap(place -> place.together().stream())
                .mapToInt(run -> run.last() - run.first() + 1)
                .sum();
        int apart = (models * models - together) / 2;
        PageTexts words = edition.words();
        return new BoardPage.Pairs(
                words.get(
                        apart == 0 ? "board.pairs.none" : "board.pairs.some",
                        "apart",
                        Figures.whole(apart),
                        "pairs",
                        Figures.whole(models * (models - 1) / 2)),
                places.stream().map(place -> names.get(place.model())).toList(),
                path(places));
    }

    /** Runs of cells of one by one that are told apart; column and row from 0. */
    private static String path(List<RankInterval> places) {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < places.size(); row++) {
            int next = 1;
            for (RankGroup run : places.get(row).together()) {
                path.append(cells(next, run.first(), row));
                next = run.last() + 1;
            }
            path.append(cells(next, places.size() + 1, row));
        }
        return path.toString();
    }

    /** @param from first place, from 1 @param to the one after the last */
    private static String cells(int from, int to, int row) {
        return from < to ? "M%d %dh%d".formatted(from - 1, row, to - from) : "";
    }
}
