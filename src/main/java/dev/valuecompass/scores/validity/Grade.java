package dev.valuecompass.scores.validity;

import java.util.Collection;

/** What a check comes to. The bounds behind each grade stand with the check that gives it. */
public enum Grade {
    PASS,
    WEAK,
    FAIL,
    /** The period does not hold what the check needs. */
    UNKNOWN;

    /** @param strong where passing begins @param weak where failing ends @return unknown for null */
    static Grade atLeast(Double figure, double strong, double weak) {
        if (figure == null) {
            return UNKNOWN;
        }
        return figure >= strong ? PASS : figure >= weak ? WEAK : FAIL;
    }

    /** The worst that is known; unknown where nothing is. */
    static Grade worst(Collection<Grade> grades) {
        return grades.stream()
                .filter(grade -> grade != UNKNOWN)
                .max(Grade::compareTo)
                .orElse(UNKNOWN);
    }
}
