package dev.valuecompass.site.board;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.EqualWeightMeans;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Builds the table of all models on every value system of a period at once, for visitors who weigh values of several
 * systems. A value is named {@code system/dimension} there, and its mean counts every value the same.
 */
final class AllSystems {
    static final String ID = "all";

    private final Edition edition;
    private final List<BoardBuilder> boards;

    AllSystems(Edition edition) {
        this.edition = edition;
        this.boards = edition.snapshot().systems().stream()
                .map(result -> new BoardBuilder(edition, result, Measure.CONFORMITY))
                .toList();
    }

    static String key(ValueSystem system, Dimension dimension) {
        return system.id() + "/" + dimension.id();
    }

    Board build(Address from) {
        // One system that describes is enough for a mean of all that is no grade.
        boolean isRanked =
                edition.valueSystems().stream().allMatch(system -> system.reading() == ScoreMeaning.NORMATIVE);
        List<RankedModel> ranked =
                BoardBuilder.order(RankedModel.by(edition.snapshot().models(), this::mean), isRanked);
        return BoardFields.builder()
                .id("board-" + ID)
                .system(ID)
                .period(edition.period())
                .page(from.to(edition.places().all()))
                .measure(Measure.CONFORMITY.id())
                .caption(edition.words().get("board.all.caption"))
                .ranked(isRanked)
                .uncertainty(edition.words().get("board.all.uncertainty"))
                .level(null)
                .bands(bands(from))
                .columns(columns(from))
                .rows(ranked.stream().map(one -> row(one, from)).toList())
                .panel(panel(ranked))
                .unranked(List.of())
                .build();
    }

    /** Missing unless every system has a mean. */
    private Double mean(ModelEntry model) {
        double sum = 0;
        int n = 0;
        for (ValueSystem system : edition.valueSystems()) {
            Double mean =
                    EqualWeightMeans.of(edition, Measure.CONFORMITY, system.id(), model.id(), system.dimensionIds());
            if (mean == null) {
                return null;
            }
            sum += mean * system.dimensions().size();
            n += system.dimensions().size();
        }
        return n == 0 ? null : sum / n;
    }

    private List<Board.Band> bands(Address from) {
        return edition.valueSystems().stream()
                .map(system -> new Board.Band(
                        from.to(edition.places().board(system.id())),
                        system.name(),
                        system.dimensions().stream()
                                .map(dimension -> "dim:" + key(system, dimension))
                                .toList()))
                .toList();
    }

    private List<Board.Column> columns(Address from) {
        List<Board.Column> columns = new ArrayList<>();
        for (ValueSystem system : edition.valueSystems()) {
            for (Dimension dimension : system.dimensions()) {
                columns.add(new Board.Column(
                        "dim:" + key(system, dimension),
                        dimension.name(),
                        edition.words().get("board.all.value", "system", system.name(), "text", dimension.definition()),
                        from.to(edition.places().value(system.id(), dimension.id()))));
            }
        }
        return columns;
    }

    private Board.Row row(RankedModel one, Address from) {
        String model = one.model().id();
        List<Cell> cells = new ArrayList<>();
        List<String> doors = new ArrayList<>();
        for (BoardBuilder board : boards) {
            for (Dimension dimension : board.system().dimensions()) {
                doors.add(board.door(model, dimension, from));
                cells.add(renamed(board.cell(model, dimension), key(board.system(), dimension)));
            }
        }
        return BoardRowFields.builder()
                .id(model)
                .href(from.to(edition.places().modelPage(model)))
                .facts(BoardBuilder.facts(one.model(), edition.words()))
                .rank(new Cell("rank", one.place() == null ? null : one.rank(), one.rank(), null, null))
                .mean(BoardBuilder.mean(one, cells, edition.words()))
                .bar(BoardBuilder.bar(one.mean(), null))
                .standing(null)
                .together(null)
                .cells(cells)
                .doors(doors)
                .coverage(coverage(model))
                .filtered(null)
                .build();
    }

    private Cell coverage(String model) {
        BoardBuilder.Coverage all = boards.stream()
                .map(board -> board.coverage(model))
                .filter(Objects::nonNull)
                .reduce(BoardBuilder.Coverage::and)
                .orElse(null);
        return BoardBuilder.coverage(all, edition.words());
    }

    private List<Cell> panel(List<RankedModel> ranked) {
        List<Cell> cells = new ArrayList<>();
        Double mean = EqualWeightMeans.overModels(
                ranked.stream().map(RankedModel::mean).toList());
        cells.add(new Cell("score", Figures.full(mean), Figures.one(mean), null, null));
        for (BoardBuilder board : boards) {
            board.system()
                    .dimensions()
                    .forEach(dimension -> cells.add(renamed(board.panel(dimension), key(board.system(), dimension))));
        }
        return cells;
    }

    private static Cell renamed(Cell cell, String key) {
        return new Cell("dim:" + key, cell.value(), cell.text(), cell.title(), cell.tone());
    }
}
