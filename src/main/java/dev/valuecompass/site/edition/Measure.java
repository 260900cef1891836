package dev.valuecompass.site.edition;

import dev.valuecompass.snapshot.ScoreCell;

/** Which figure of a cell is looked at; each is in [0, 100]. */
public enum Measure {
    CONFORMITY("conformity") {
        @Override
        public Double of(ScoreCell cell) {
            return cell.headline();
        }
    },
    WIN_RATE("win-rate") {
        @Override
        public Double of(ScoreCell cell) {
            return cell.winRate();
        }
    };

    private final String id;

    Measure(String id) {
        this.id = id;
    }

    /** Null when the cell does not have it. */
    public abstract Double of(ScoreCell cell);

    /** As written into pages. */
    public String id() {
        return id;
    }
}
