package dev.valuecompass.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.findings.Commentary.Mistake;
import dev.valuecompass.findings.Commentary.Quote;
import dev.valuecompass.findings.Finding.Statistic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentaryTest {
    private static final List<Finding> FINDINGS = List.of(new Finding(
            "open-mft",
            "Open and proprietary models",
            Verdict.NOT_HELD,
            Phrase.verbatim("They differ little."),
            new Statistic(Phrase.verbatim("Cliff's delta"), -0.0625, null, 0.8),
            20,
            Phrase.verbatim("models"),
            Phrase.verbatim("by hand")));

    private static List<Mistake> mistakes(String title) {
        return Commentary.mistakes(List.of(new Quote(7, "open-mft", title)), FINDINGS, Spoken.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not held", "not held, -0.06", "not held, \u22120.0625"})
    void whatTheFindingsSayMayBeSaid(String title) {
        assertThat(mistakes(title)).isEmpty();
    }

    @Test
    void aTextCannotClaimWhatTheNumberDenies() {
        List<Mistake> mistakes = mistakes("held");
        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0).line()).isEqualTo(7);
        assertThat(mistakes.get(0).what()).contains("takes 'open-mft' for held", "it is not held");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "maybe", "not held, 0.06", "not held, -0.07", "not held, lots"})
    void whatCannotBeHeldAgainstAFindingIsAMistake(String title) {
        assertThat(mistakes(title)).hasSize(1);
    }

    @Test
    void aFindingThatThereIsNotCannotBeQuoted() {
        assertThat(Commentary.mistakes(List.of(new Quote(1, "close-mft", "held")), FINDINGS, Spoken.ENGLISH))
                .singleElement()
                .extracting(Mistake::fix)
                .asString()
                .contains("open-mft");
    }
}
