package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.value.RankProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ProfileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/statistics/profile-fit.json");
    private static final List<String> ABC = List.of("a", "b", "c");
    private static final Map<String, Double> MODEL = Map.of("a", 10.0, "b", 20.0, "c", 60.0);

    /** The figures that the test of the JavaScript module reads too; see the file for how they were computed. */
    @Test
    void agreesWithScipyAndSoWithTheBrowser() throws IOException {
        JsonNode golden = new ObjectMapper().readTree(Files.readString(GOLDEN));
        for (JsonNode one : golden.get("cases")) {
            Map<String, Double> target = numbers(one.get("target"));
            List<String> dimensions = List.copyOf(target.keySet());
            for (JsonNode fit : one.get("fits")) {
                Map<String, Double> scores =
                        numbers(one.get("scores").get(fit.get("model").asString()));
                assertThat(CultureFit.of(dimensions, scores, target))
                        .isCloseTo(fit.get("order").asDouble(), within(1e-9));
            }
        }
    }

    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
        return numbers;
    }

    /** Mean 30. */
    @Test
    void centredProfileIsWhatLiesAboveAndBelowTheOwnMean() {
        assertThat(CentredProfile.of(ABC, MODEL)).hasValue(Map.of("a", -20.0, "b", -10.0, "c", 30.0));
        assertThat(CentredProfile.of(ABC, Map.of("a", 10.0, "b", 20.0))).isEmpty();
    }

    /** Order c, a, b gives 3, 2, 1 to c, a, b: ranks of the model 1, 2, 3 against 2, 1, 3: 1 − 6·2/(3·8) = 0.5. */
    @Test
    void anOrderIsComparedByOrderAlone() {
        Map<String, Double> order = new RankProfile("o", "Order", "toy", List.of("c", "a", "b"), "by hand").figures();
        assertThat(CultureFit.of(ABC, MODEL, order)).isCloseTo(0.5, within(1e-12));
    }
}
