package dev.valuecompass.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The list is also that of order.test.js: pages and browser must not differ. */
class NameOrderTest {
    @Test
    void sortsAsTheBrowserDoes() throws IOException {
        List<String> inOrder = List.of(Json.read(Path.of("src/test/resources/names-in-order.json"), String[].class));
        List<String> mixed = new ArrayList<>(inOrder);
        Collections.shuffle(mixed, new Random(7));
        assertThat(mixed.stream().sorted(NameOrder.OF_NAMES)).isEqualTo(inOrder);
    }

    @Test
    void capitalsAndAccentsMakeNoDifference() {
        assertThat(NameOrder.OF_NAMES.compare("ECLAIR 03", "éclair 3")).isZero();
        assertThat(NameOrder.OF_NAMES.compare("ΛΟΓΟΣ", "λόγος")).isZero();
    }
}
