package dev.valuecompass.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.findings.Commentary.Mistake;
import dev.valuecompass.findings.Finding.Statistic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No finding is quoted.",
                "That [they differ](finding:open-mft \"not held\") is not so.",
                "[They hardly differ](finding:open-mft \"not held, -0.06\").",
                "[They hardly differ](finding:open-mft \"not held, \u22120.0625\"), see [the web](https://example.org)."
            })
    void whatTheFindingsSayMayBeSaid(String text) {
        assertThat(Commentary.mistakes(text, FINDINGS, Spoken.ENGLISH)).isEmpty();
    }

    @Test
    void aTextCannotClaimWhatTheNumberDenies() {
        List<Mistake> mistakes = Commentary.mistakes(
                "# May\n\n[Open models lag](finding:open-mft \"held\").\n", FINDINGS, Spoken.ENGLISH);
        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0).line()).isEqualTo(3);
        assertThat(mistakes.get(0).what()).contains("takes 'open-mft' for held", "it is not held");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](finding:open-mft)",
                "[x](finding:open-mft \"maybe\")",
                "[x](finding:open-mft \"not held, 0.06\")",
                "[x](finding:open-mft \"not held, -0.07\")",
                "[x](finding:open-mft \"not held, lots\")",
                "[x](finding:close-mft \"held\")",
                "[x](finding:open-mft 'held')",
                "[x]( finding:open-mft held)"
            })
    void whatCannotBeHeldAgainstAFindingIsAMistake(String text) {
        assertThat(Commentary.mistakes(text, FINDINGS, Spoken.ENGLISH)).hasSize(1);
    }
}
