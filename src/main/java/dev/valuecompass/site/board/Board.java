package dev.valuecompass.site.board;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.text.Cell;
import java.util.List;
import java.util.function.Function;

/**
 * The table of all models on one value system.
 *
 * @param page where the table stands in its period, from the page that shows it; links to a view lead there, so that a view
 *     that was shared stays as it is when a period is added
 * @param measure {@code conformity} or {@code win-rate}
 * @param ranked whether the rows stand in the order of their means; where more is not better they stand by name, and ranks
 *     come when a visitor asks for an order
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
        String page,
        String measure,
        String caption,
        boolean ranked,
        String uncertainty,
        Double level,
        List<Band> bands,
        List<Column> columns,
        List<Row> rows,
        List<Cell> panel,
        List<String> unranked) {

    /** With more rows a browser lays out only those in sight. */
    private static final int LONG = 60;
    /** With more columns of figures a table is wider than most screens. */
    private static final int MOST_COLUMNS = 12;
    /** With more rows the intervals of single values, and the ways to their answers, are left to other pages, for weight. */
    static final int LONGEST_WITH_DETAILS = 200;

    /** Whether it has so many rows that a browser had better lay out only those in sight. */
    public boolean isLong() {
        return rows.size() > LONG;
    }

    /** Whether it has so many columns that it scrolls in a box of its own on most screens. */
    public boolean isBroad() {
        return columns.size() > MOST_COLUMNS;
    }

    /** Whether any model has the fact; a column of dashes says nothing. */
    public boolean has(Function<Facts, Object> fact) {
        return rows.stream().map(row -> fact.apply(row.facts())).anyMatch(value -> value != null && !value.equals(""));
    }

    /** Whether it is known of any model how much of what it was asked is scored. */
    public boolean showsCoverage() {
        return rows.stream().anyMatch(row -> row.coverage().value() != null);
    }

    /** Whether it tells how many answers a filter stopped. */
    public boolean showsFiltered() {
        return rows.stream().anyMatch(row -> row.filtered() != null);
    }

    /** What a cell says on pointing at it. */
    public String titled(Cell cell) {
        return rows.size() > LONGEST_WITH_DETAILS && cell.value() != null ? null : cell.title();
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
     * @param standing place from 1 in the order that {@code together} counts by; null where that is the place of the row
     * @param together places from 1 of the models that its mean is not told apart from, such as {@code 1-5,7}; null where
     *     the period cannot say
     * @param doors for each cell the answers behind it on the model's page; null where the table has too many rows
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
            Integer standing,
            String together,
            List<Cell> cells,
            List<String> doors,
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
