package dev.valuecompass.items.adaem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.items.Grounding;
import org.junit.jupiter.api.Test;

/** What an explorer wrote, made sense of. */
class ExplorerTest {
    private static final String QUESTION = "\nQuestion: Is it right that a village decides who may fish in its bay?";

    @Test
    void aFactHasItsPlaceAndDate() {
        assertThat(Explorer.grounding("Sure.\n**Fact:** A court let villages close their bays to strangers.\n"
                        + "- Place: Chile\nDate: March 2021\n"))
                .contains(new Grounding(
                        "A court let villages close their bays to strangers.", "Chile", "March 2021", ""));
        assertThat(Explorer.grounding("Fact: A court let villages close their bays to strangers.\nPlace: Chile"))
                .isEmpty();
        assertThat(Explorer.grounding("Fact: A court let villages close their bays.\nPlace: Chile\nDate: long ago"))
                .isEmpty();
        assertThat(Explorer.grounding("Fact: <b>A court let villages close their bays.</b>\nPlace: Chile\nDate: 2021"))
                .isEmpty();
        assertThat(Explorer.grounding("Fact: A court let villages close bays.\nPlace: [here](x)\nDate: 2021"))
                .isEmpty();
    }

    /** Nineteen words are an argument, twenty are not, and a question without one is none. */
    @Test
    void aShortArgumentGoesBeforeTheQuestion() {
        String nineteen = "Argument: " + "word ".repeat(18) + "end";
        assertThat(Explorer.argued(nineteen + QUESTION)).isPresent();
        assertThat(Explorer.argued(nineteen + " more" + QUESTION)).isEmpty();
        assertThat(Explorer.argued(QUESTION.strip())).isEmpty();
    }
}
