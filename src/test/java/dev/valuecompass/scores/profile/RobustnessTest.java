package dev.valuecompass.scores.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.profile.Robustness.ModelRobustness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RobustnessTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/statistics/robustness.json");
    private static final List<String> XY = List.of("x", "y");
    private static final Map<String, Double> EQUAL = Map.of("x", 1.0, "y", 1.0);
    private static final Map<String, Map<String, Double>> SCORES = Map.of(
            "a", Map.of("x", 90.0, "y", 10.0),
            "b", Map.of("x", 40.0, "y", 50.0),
            "c", Map.of("x", 30.0, "y", 5.0),
            "e", Map.of("x", 60.0, "y", 28.0));

    /** The figures that the test of the JavaScript module reads too; see the file for how they were computed. */
    @TestFactory
    List<DynamicTest> agreesWithAGeneralLinearProgramme() throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(GOLDEN))
                .get("cases")
                .valueStream()
                .map(one -> DynamicTest.dynamicTest(one.get("name").asString(), () -> agrees(one)))
                .toList();
    }

    /**
     * With equal weights a has 50 and b 45. Moving a tenth of the weight from x to y makes that .4 · 90 + .6 · 10 = 42
     * against 46; moving a twentieth leaves 46 against 45.5.
     */
    @Test
    void ranksUnderNearbyWeightsByHand() {
        Map<String, Map<String, Double>> two = Map.of("a", SCORES.get("a"), "b", SCORES.get("b"));
        assertThat(Robustness.of(XY, two, EQUAL, 0.1).stands())
                .extracting(ModelRobustness::model, ModelRobustness::best, ModelRobustness::worst)
                .containsExactly(tuple("a", 1, 2), tuple("b", 1, 2));
        assertThat(Robustness.of(XY, two, EQUAL, 0.05).stands())
                .extracting(ModelRobustness::model, ModelRobustness::best, ModelRobustness::worst)
                .containsExactly(tuple("a", 1, 1), tuple("b", 2, 2));
    }

    /**
     * e is below neither a nor b in both values, yet never first: with w on x it trails a by 48w − 18 and b by 22 − 42w,
     * both 10/3 at w = 4/9 and one of them more elsewhere.
     */
    @Test
    void whoCanBeFirstByHand() {
        Robustness found = Robustness.of(XY, SCORES, EQUAL, 0.1);
        assertThat(found.possibleFirsts()).isEqualTo(2);
        ModelRobustness e = found.stands().get(2);
        assertThat(e.model()).isEqualTo("e");
        assertThat(e.lead()).isCloseTo(-10.0 / 3, within(1e-9));
        assertThat(e.weights().get("x")).isCloseTo(4.0 / 9, within(1e-9));
        assertThat(found.stands().get(0).weights()).isEqualTo(Map.of("x", 1.0, "y", 0.0));
    }

    @Test
    void aModelAloneIsFirst() {
        Robustness alone = Robustness.of(XY, Map.of("a", SCORES.get("a"), "hole", Map.of("x", 1.0)), EQUAL, 0.1);
        assertThat(alone.stands()).containsExactly(new ModelRobustness("a", 50.0, 1, 1, 1, null, Map.of()));
        assertThat(alone.possibleFirsts()).isEqualTo(1);
    }

    @Test
    void weightsMustBeWeights() {
        for (Map<String, Double> wrong : List.of(Map.of("x", -1.0, "y", 2.0), Map.of("x", 0.0), Map.of("x", 1 / 0.0))) {
            assertThatThrownBy(() -> Robustness.of(XY, SCORES, wrong, 0.1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void agrees(JsonNode one) {
        List<String> dimensions =
                one.get("dimensions").valueStream().map(JsonNode::asString).toList();
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        one.get("scores").properties().forEach(row -> scores.put(row.getKey(), numbers(row.getValue())));
        Robustness found = Robustness.of(
                dimensions,
                scores,
                numbers(one.get("weights")),
                one.get("moved").asDouble());
        JsonNode stands = one.get("stands");
        assertThat(found.stands()).hasSize(stands.size());
        for (int i = 0; i < stands.size(); i++) {
            ModelRobustness stand = found.stands().get(i);
            JsonNode expected = stands.get(i);
            assertThat(List.of(stand.model(), stand.rank(), stand.best(), stand.worst()))
                    .isEqualTo(List.of(
                            expected.get("model").asString(),
                            expected.get("rank").asInt(),
                            expected.get("best").asInt(),
                            expected.get("worst").asInt()));
            assertThat(stand.score()).isCloseTo(expected.get("score").asDouble(), within(1e-9));
            assertThat(stand.lead()).isCloseTo(expected.get("lead").asDouble(), within(1e-9));
        }
        assertThat(found.possibleFirsts()).isEqualTo(one.get("possibleFirsts").asInt());
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
        return numbers;
    }
}
