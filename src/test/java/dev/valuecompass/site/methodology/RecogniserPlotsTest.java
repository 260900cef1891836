package dev.valuecompass.site.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Languages;
import dev.valuecompass.recognition.RecognizerCard.Bin;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.recognition.RecognizerCardDetailFields;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecogniserPlotsTest {
    private static final RecogniserPlots PLOTS = new RecogniserPlots(
            Languages.english(DataFolder.over(Path.of("data"))).words(), id -> id.toUpperCase(Locale.ROOT) + " <b>");
    private static final Map<String, Detail> TOY = Map.of(
            "toy",
            RecognizerCardDetailFields.builder()
                    .kappaLow(0.2)
                    .kappaHigh(0.4)
                    .truePositives(45)
                    .falsePositives(10)
                    .falseNegatives(15)
                    .trueNegatives(30)
                    .calibration(List.of(new Bin(25, 0.1, 0.2), new Bin(75, 0.9, 0.5)))
                    .evidenceMet(12)
                    .evidenceOf(18)
                    .opposed(null)
                    .languages(List.of())
                    .build());

    @Test
    void cellsAreAsDarkAsTheirShareOfTheRow() {
        // Shown: 45 of 60 seen, 0.45 × 0.75 = 0.34; not shown: 10 of 40 seen, 0.45 × 0.25 = 0.11.
        assertThat(PLOTS.confusion(TOY))
                .startsWith("<figure>")
                .contains(
                        "role=\"img\" aria-label=\"Of the answers that show a value, it sees 0.75; of those that do not, it takes 0.25 to show it.")
                .contains("y=\"50.0\" width=\"96\" height=\"44\" fill-opacity=\"0.34\"")
                .contains("y=\"94.0\" width=\"96\" height=\"44\" fill-opacity=\"0.11\"")
                .contains(">45</text>", ">15</text>", ">10</text>", ">30</text>")
                .contains("TOY &lt;b&gt;")
                .containsPattern("<figcaption>Of the answers[^<]+</figcaption>\\s*</figure>");
    }

    @Test
    void dotsLieWhereProbabilitySharesMeet() {
        // 0.1 is 19 to the right of 100 and 0.2 is 38 above 240; off by (25 × 0.1 + 75 × 0.4) / 100 = 0.325, printed
        // 0.33.
        assertThat(PLOTS.calibration(TOY))
                .contains("its probabilities are 0.33 away")
                .contains("cx=\"119.0\" cy=\"202.0\" r=\"5.2\"")
                .contains("cx=\"271.0\" cy=\"145.0\" r=\"9.0\"")
                .contains("d=\"M119.0 202.0L271.0 145.0\"");
    }

    @Test
    void everySystemHasADrawingOfItsOwnUnderItsName() {
        Detail detail = TOY.get("toy");
        String drawing = PLOTS.confusion(new TreeMap<>(Map.of("a", detail, "b", detail, "c", detail)));
        assertThat(drawing.split("<svg viewBox=\"0 0 320 152\">", -1))
                .hasSize(4)
                .satisfies(parts -> assertThat(parts[1]).contains("x=\"0.0\" y=\"16.0\" text-anchor=\"start\">A"))
                .satisfies(parts -> assertThat(parts[2]).contains("x=\"0.0\" y=\"16.0\" text-anchor=\"start\">B"))
                .satisfies(parts -> assertThat(parts[3]).contains("x=\"0.0\" y=\"16.0\" text-anchor=\"start\">C"));
    }
}
