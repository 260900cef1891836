package dev.valuecompass.site.board;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.statistics.Separation.RankInterval;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.NameOrder;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tests of all pairs of means behind the ranges of ranks, as a matrix with the models in the order of the board. */
final class PairsBuilder {
    /** Above this the names cannot be read; the ranges beside the ranks say the same. */
    private static final int MOST_MODELS = 60;

    private PairsBuilder() {}

    /** Null where the period cannot say which models are told apart, with fewer than two of them, and with too many. */
    static BoardPage.Pairs of(Edition edition, ValueSystem system) {
        Map<String, String> names = edition.snapshot().models().stream()
                .collect(Collectors.toMap(ModelEntry::id, model -> HostileText.line(model.name())));
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
        List<Integer> order = order(places, names, system);
        return new BoardPage.Pairs(
                words.text(apart == 0 ? "board.pairs.none" : "board.pairs.some")
                        .with("apart", Figures.whole(apart))
                        .with("pairs", Figures.whole(models * (models - 1) / 2))
                        .get(),
                order.stream()
                        .map(place -> names.get(places.get(place).model()))
                        .toList(),
                path(places, order));
    }

    /** Places from 0: as they stand, or by name where a high mean is not better. */
    private static List<Integer> order(List<RankInterval> places, Map<String, String> names, ValueSystem system) {
        Stream<Integer> standing = IntStream.range(0, places.size()).boxed();
        return system.reading() == ScoreMeaning.NORMATIVE
                ? standing.toList()
                : standing.sorted(Comparator.comparing(
                                        (Integer place) ->
                                                names.get(places.get(place).model()),
                                        NameOrder.OF_NAMES)
                                .thenComparing(place -> places.get(place).model()))
                        .toList();
    }

    /** Runs of cells of one by one that are told apart; column and row from 0. */
    private static String path(List<RankInterval> places, List<Integer> order) {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < order.size(); row++) {
            RankInterval own = places.get(order.get(row));
            int from = 0;
            for (int column = 0; column <= order.size(); column++) {
                if (column == order.size() || isTogether(own, order.get(column))) {
                    path.append(from < column ? "M%d %dh%d".formatted(from, row, column - from) : "");
                    from = column + 1;
                }
            }
        }
        return path.toString();
    }

    /** @param place of the other, from 0 */
    private static boolean isTogether(RankInterval own, int place) {
        return own.together().stream().anyMatch(run -> run.first() <= place + 1 && place + 1 <= run.last());
    }
}
