package dev.valuecompass.site;

import dev.valuecompass.snapshot.ScoreCell;

/** Which figure of a cell is looked at; each is in [0, 100]. */
enum Measure {
    CONFORMITY("conformity") {
        @Override
        Double of(ScoreCell cell) {
            return cell.conformity();
        }
    },
    WIN_RATE("win-rate") {
        @Override
        Double of(ScoreCell cell) {
            return cell.winRate();
        }
    };

    private final String id;

    Measure(String id) {
        this.id = id;
    }

    /** Null when the cell does not have it. */
    abstract Double of(ScoreCell cell);

    /** As written into pages. */
    String id() {
        return id;
    }
}
