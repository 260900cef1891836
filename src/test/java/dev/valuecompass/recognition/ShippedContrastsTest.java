package dev.valuecompass.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pairs teach stance only if nothing but the stance tells their two sides apart. */
class ShippedContrastsTest {
    private static final Set<String> KINDS =
            Set.of("opposite", "reported", "condemned", "remorse", "irony", "quotation", "mention");
    private static final DataFolder DATA = DataFolder.over(Path.of("data"));

    private final Map<String, List<JsonNode>> pairs = new TreeMap<>();

    ShippedContrastsTest() {
        for (Path file : DATA.list("recognizer/contrasts", ".jsonl")) {
            JsonLines.forEach(
                    file,
                    JsonNode.class,
                    (line, number) -> pairs.computeIfAbsent(text(line, "pair"), key -> new ArrayList<>())
                            .add(line));
        }
    }

    @Test
    void bothSidesOfAPairAreAboutOneValueAndDifferInTheirLabel() {
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(600).allSatisfy((name, sides) -> {
            assertThat(sides).hasSize(2);
            for (String same : List.of("system", "dimension", "prompt", "kind")) {
                assertThat(text(sides.get(0), same)).isEqualTo(text(sides.get(1), same));
            }
            assertThat(sides.get(0).get("label")).isNotEqualTo(sides.get(1).get("label"));
        });
    }

    @Test
    void everyValueHasEveryKindAndNoTextIsThereTwice() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        Set<String> texts = new HashSet<>();
        pairs.values().stream().flatMap(List::stream).forEach(side -> {
            kinds.computeIfAbsent(text(side, "system") + "/" + text(side, "dimension"), key -> new HashSet<>())
                    .add(text(side, "kind"));
            assertThat(texts.add(text(side, "answer"))).as(text(side, "answer")).isTrue();
        });
        assertThat(kinds)
                .hasSize(Theory.load(DATA).systems().stream()
                        .map(ValueSystem::dimensionIds)
                        .mapToInt(List::size)
                        .sum())
                .allSatisfy((value, all) -> assertThat(all).isEqualTo(KINDS));
    }

    private static String text(JsonNode line, String field) {
        return line.get(field).asString();
    }
}
