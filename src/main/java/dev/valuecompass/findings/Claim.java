package dev.valuecompass.findings;

import java.util.List;

/** Something that may be true of a period. */
@FunctionalInterface
interface Claim {
    /** One finding for each part of the period that the claim is about, in their order; none where it does not apply. */
    List<Finding> of(PeriodFigures period);
}
