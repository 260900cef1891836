package dev.valuecompass.site.board;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.frame.Cell;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of all models on one value system.
 *
 * @param measure {@code conformity} or {@code win-rate}
 * @param uncertainty what the intervals are, or that there are none
 * @param level confidence of the intervals, in (0, 1); null without intervals
 * @param bands the columns of figures by value system, in their order; empty where all belong to one
 * @param panel means over all models, one for each column of figures
 */
@ByName
public record Board(
        String id,
        String system,
        String period,
        String measure,
        String caption,
        String uncertainty,
        Double level,
        List<Band> bands,
        List<Column> columns,
        List<Row> rows,
        List<Cell> panel,
        List<String> unranked) {

    /** With more rows a browser lays out only those in sight. */
    private static final int LONG = 60;
    /** Letters that fit above a column of figures. */
    private static final int LONGEST_WORD = 12;
    /** With more rows the intervals of single values are left to the pages of values and models, for the sake of weight. */
    private static final int LONGEST_WITH_INTERVALS = 200;

    /** Whether it has so many rows that a browser had better lay out only those in sight. */
    public boolean isLong() {
        return rows.size() > LONG;
    }

    /** Whether a head has a word that is wider than a column of figures needs to be. */
    public boolean isBroad() {
        return columns.stream()
                .flatMap(column -> Stream.of(column.label().split("[\\s-]")))
                .anyMatch(word -> word.length() > LONGEST_WORD);
    }

    /** Whether it tells how many answers a filter stopped. */
    public boolean showsFiltered() {
        return rows.stream().anyMatch(row -> row.filtered() != null);
    }

    /** What a cell says on pointing at it. */
    public String titled(Cell cell) {
        return rows.size() > LONGEST_WITH_INTERVALS && cell.value() != null ? null : cell.title();
    }

    /**
     * @param definition null for columns that explain themselves
     * @param href the page of the value, sorted by it; null where there is none
     */
    public record Column(String key, String label, String definition, String href) {}

    /**
     * Neighbouring columns of one value system, under a head of their own.
     *
     * @param href the system's leaderboard
     * @param keys of the columns, at least one
     */
    public record Band(String href, String label, List<String> keys) {}

    /**
     * One model.
     *
     * @param rank equal scores share one; the missing mark without a score; its title is the range of ranks that the
     *     resamples give, null where there is none
     * @param bar null when there is no mean
     * @param filtered answers that a filter stopped; null where they are no answer to what is asked
     */
    @ByName
    public record Row(
            String id,
            String href,
            Facts facts,
            Cell rank,
            Cell mean,
            IntervalBar bar,
            List<Cell> cells,
            Cell coverage,
            Cell filtered) {}

    /**
     * A mean on the fixed axis from 0 to 100.
     *
     * @param low null when the uncertainty is not reported
     */
    public record IntervalBar(String at, String low, String high, String interval) {}

    /** Facts as machines read them; null where not known. */
    @ByName
    public record Facts(
            String name,
            String developer,
            String family,
            String country,
            String countryName,
            Boolean open,
            Boolean reasoning,
            String released,
            String size,
            String licence) {
        /** The key of the text that says it. */
        public String openText() {
            return open == null ? "facts.unknown" : open ? "facts.open" : "facts.proprietary";
        }

        /** The key of the text that says it. */
        public String reasoningText() {
            return reasoning == null ? "facts.unknown" : reasoning ? "facts.reasoning" : "facts.chat";
        }

        /** {@code true}, {@code false}, or empty when it is not known. */
        public String openFlag() {
            return open == null ? "" : open.toString();
        }

        /** {@code true}, {@code false}, or empty when it is not known. */
        public String reasoningFlag() {
            return reasoning == null ? "" : reasoning.toString();
        }
    }
}
