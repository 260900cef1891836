package dev.valuecompass.pipeline.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starting items in Chinese that ship. */
class ShippedTranslationsTest {
    private static final Path SHIPPED = Path.of("data");

    @TempDir
    Path fork;

    private static Map<String, String> items(String system) {
        return TopicPool.read(SHIPPED.resolve("topics/" + system + ".jsonl"), theory().system(system)).stream()
                .collect(Collectors.toMap(Item::id, Item::text));
    }

    private static Theory theory() {
        return Theory.load(DataFolder.over(SHIPPED));
    }

    /** Read as a leaderboard's own file: no unknown or changed item, none twice, none in another language. */
    @Test
    void everyStartingItemIsThereAsItReads() {
        Map<String, String> known = new HashMap<>();
        List.of("schwartz", "mft", "unique", "safety").forEach(system -> known.putAll(items(system)));
        Map<String, String> translated = Translations.read(DataFolder.over(SHIPPED), "zh", known);
        assertThat(translated.keySet()).isEqualTo(known.keySet());
        assertThat(new HashSet<>(translated.values())).hasSameSizeAs(translated.values());
    }

    /** A fork with other items under the same ids has no use for these lines, and no fault in them. */
    @Test
    void linesThatShipAreNoMistakesOfAFork() throws IOException {
        Files.createDirectories(fork.resolve("topics"));
        Map<String, String> known = Map.of(
                "schwartz-0001",
                "Should it be so?",
                "schwartz-0002",
                items("schwartz").get("schwartz-0002"));
        Map<String, String> translated = Translations.read(DataFolder.over(fork), "zh", known);
        assertThat(translated.keySet()).isEqualTo(new HashSet<>(List.of("schwartz-0002")));
    }
}
