package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.pipeline.validation.Allocation.Stratum;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {
    /** By Neyman (1934) labels go as share times deviation: 0.5·0.5 to 0.5·0.1 is 5 to 1. */
    @Test
    void labelsGoWhereTheyNarrowMost() {
        List<Stratum> strata = List.of(new Stratum(0.5, 0.25, 100, 0), new Stratum(0.5, 0.01, 100, 0));
        assertThat(Allocation.of(strata, 24)).containsExactly(20, 4);
    }

    @Test
    void eachStratumGetsOneAndNoneMoreThanItHas() {
        List<Stratum> strata =
                List.of(new Stratum(0.9, 0.25, 3, 0), new Stratum(0.05, 0.01, 9, 0), new Stratum(0.05, 0.01, 2, 2));
        assertThat(Allocation.of(strata, 2)).containsExactly(1, 1, 0);
        assertThat(Allocation.of(strata, 50)).containsExactly(3, 9, 0);
    }

    @Test
    void whatWasDrawnBeforeCounts() {
        List<Stratum> strata = List.of(new Stratum(0.5, 0.25, 100, 20), new Stratum(0.5, 0.25, 100, 0));
        assertThat(Allocation.of(strata, 20)).containsExactly(0, 20);
    }
}
