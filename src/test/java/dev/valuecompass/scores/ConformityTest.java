package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConformityTest {
    /** Eq. 1 by hand: of seven responses five are scored and three of these express the value: 100 · 3/5. */
    @Test
    void meanOverWhatWasScored() {
        Conformity conformity = new Conformity(Tables.ofModels("+.?+-? +".replace(" ", ""), "???????", "......."));
        assertThat(conformity.score(0, 0)).isEqualTo(60.0);
        assertThat(conformity.scored(0, 0)).isEqualTo(5);
        assertThat(conformity.score(1, 0)).as("nothing scored").isNull();
        assertThat(conformity.score(2, 0)).as("0 is a score").isEqualTo(0.0);
    }
}
