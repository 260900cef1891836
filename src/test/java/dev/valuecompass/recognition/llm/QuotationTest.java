package dev.valuecompass.recognition.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.recognition.Evidence;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {
    private static final String TEXT =
            "1. **Fair pay**: Workers who carry the same load deserve the same wage, wherever they were born. It isn’t charity.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Workers who carry the same load deserve the same wage",
                "workers who carry the same load, deserve the SAME wage",
                // One word of ten changed, one put in: 2 of 10 is a fifth.
                "Workers who carry the same weight deserve exactly the same wage",
                "“Workers who carry the same load deserve the same wage”",
            })
    void wordsAreFoundWhereTheyStand(String words) {
        assertThat(found(words)).contains("Workers who carry the same load deserve the same wage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Workers should be replaced by machines as soon as possible",
                "the same salary",
                "",
                "***",
                "Workers deserve it",
            })
    void whatTheTextDoesNotSayIsNotFound(String words) {
        assertThat(new Quotation(TEXT).find(words)).isEmpty();
    }

    @Test
    void aShortQuotationMayDifferInCaseAndApostropheOnly() {
        assertThat(found("it isn't charity")).contains("It isn’t charity");
        assertThat(new Quotation(TEXT).find("it is charity")).isEmpty();
    }

    @Test
    void anEmptyTextHoldsNothing() {
        assertThat(new Quotation("").find("a few words that are quoted here")).isEmpty();
    }

    private static Optional<String> found(String words) {
        return new Quotation(TEXT).find(words).map(QuotationTest::cut);
    }

    private static String cut(Evidence span) {
        return TEXT.substring(span.start(), span.end());
    }
}
