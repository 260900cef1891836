package dev.valuecompass.site.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Languages;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerCard.Bin;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.recognition.RecognizerCard.Mutual;
import dev.valuecompass.recognition.RecognizerCard.Opposed;
import dev.valuecompass.recognition.RecognizerCard.Quality;
import dev.valuecompass.recognition.RecognizerCardDetailFields;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecogniserTablesTest {
    private static final RecogniserTables TABLES = new RecogniserTables(
            Languages.english(DataFolder.over(Path.of("data"))).words(), id -> id.toUpperCase(Locale.ROOT));

    @Test
    void agreementLabelsAndCalibrationOfEachSystem() {
        Detail detail = detail(new Opposed(8, 4, 3, ""));
        String text = TABLES.markdown(List.of(
                card("embedded", Map.of("toy", new Quality(100, "gold", 0.74, 0.7, 0.69, 0.32, detail, List.of())))));
        assertThat(text)
                .contains("read by embedded, version abc.")
                .contains("| TOY | 100 | 0.74 | 0.70 | 0.69 | 0.32 (0.21 to 0.43) |")
                .contains("κ below 0.4) on TOY")
                .contains("| TOY | 40 | 20 | 10 | 30 | 12 of 18 |")
                .contains("| TOY | 0.10 | 0.16 | 25 |")
                .contains(
                        "TOY: of 8 answers labelled as rejecting a value, 3 are seen as that (recall 0.38); 4 are called so"
                                + " (precision 0.75).")
                .contains("Measured on answers in these languages only: English. It reads answers in every language;")
                .doesNotContain("not measured on TOY");
    }

    private static Detail detail(Opposed opposed) {
        return RecognizerCardDetailFields.builder()
                .kappaLow(0.21)
                .kappaHigh(0.43)
                .truePositives(40)
                .falsePositives(10)
                .falseNegatives(20)
                .trueNegatives(30)
                .calibration(List.of(new Bin(25, 0.1, 0.16)))
                .evidenceMet(12)
                .evidenceOf(18)
                .opposed(opposed)
                .languages(List.of("en"))
                .build();
    }

    @Test
    void rejectionsMayBeMeasuredOnOtherAnswers() {
        Detail detail = detail(new Opposed(200, 10, 5, "replies"));
        assertThat(TABLES.markdown(List.of(card(
                        "embedded", Map.of("toy", new Quality(1, "gold", 0.7, 0.7, 0.7, 0.3, detail, List.of()))))))
                .contains(
                        "TOY, measured on other answers (replies): of 200 labelled as rejecting a value, 5 are seen as that"
                                + " (recall 0.03); 10 are called so (precision 0.50).");
    }

    @Test
    void whatWasNotMeasuredIsSaidSo() {
        assertThat(TABLES.markdown(List.of())).isEqualTo("The latest period names no recogniser.");
        assertThat(TABLES.markdown(List.of(card("llm", Map.of())))).endsWith("Its quality was not measured.");
        Quality figures = new Quality(9, "gold", null, 0.9, 0.9, 0.8);
        assertThat(TABLES.markdown(List.of(card("direct", Map.of("toy", figures)))))
                .contains("| TOY | 9 | – | 0.90 | 0.90 | 0.80 |")
                .contains("How well rejections of a value are seen was not measured on TOY.")
                .contains("It is not stated for all labelled answers in which language they were.")
                .doesNotContain("Right and wrong labels");
    }

    @Test
    void agreementWithOthersIsSaidWithWhatWasReadAndByWhichVersion() {
        Mutual mutual = new Mutual("direct", "0123456789abcdef", true, 90, 0.81, 0.61, 0.5, 0.7);
        Quality quality = new Quality(100, "gold of May", 0.74, 0.7, 0.69, 0.32, null, List.of(mutual));
        assertThat(TABLES.markdown(List.of(card("embedded", Map.of("toy", quality)))))
                .contains(
                        "| TOY | direct 01234567 | gold of May (a simulated model read: this says nothing of real ones) | 90 | 0.81 | 0.61 (0.50 to 0.70) |");
    }

    @Test
    void eachDrawingHasItsPlaceAboveItsTable() {
        Detail detail = RecognizerCardDetailFields.builder()
                .kappaLow(0.21)
                .kappaHigh(0.43)
                .truePositives(40)
                .falsePositives(10)
                .falseNegatives(20)
                .trueNegatives(30)
                .calibration(List.of(new Bin(25, 0.1, 0.16)))
                .evidenceMet(12)
                .evidenceOf(18)
                .opposed(null)
                .languages(List.of())
                .build();
        List<RecognizerCard> cards = List.of(
                card("embedded", Map.of("toy", new Quality(100, "gold", 0.74, 0.7, 0.69, 0.32, detail, List.of()))));
        assertThat(TABLES.markdown(cards))
                .containsSubsequence("{embedded-confusion}\n", "| Shown, and seen |", "{embedded-calibration}\n");
        assertThat(TABLES.drawings(cards)).containsOnlyKeys("embedded-confusion", "embedded-calibration");
    }

    @Test
    void aNameFromElsewhereCannotBecomeMarkup() {
        assertThat(TABLES.markdown(List.of(card("a|b\n# <b>[x](http://h)`", Map.of()))))
                .contains("read by ab  bxhttp:h,");
    }

    private static RecognizerCard card(String id, Map<String, Quality> quality) {
        return new RecognizerCard(id, "abc", "how", List.of(), quality, List.of());
    }
}
