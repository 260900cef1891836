package dev.valuecompass.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static Item item(String id, String parent) {
        Provenance from = new Provenance(parent.isEmpty() ? "pool" : "adaem", parent, "", "", "", Map.of());
        return new Item(id, "toy", List.of("v"), "c", "Is " + id + " right?", false, from);
    }

    @Test
    void whatComesFromOneStartingItemIsOneTopic() {
        assertThat(Topics.of(List.of(
                        item("a", "t"), item("b", "a"), item("t", ""), item("c", "elsewhere"), item("alone", ""))))
                .containsExactly("t", "t", "t", "elsewhere", "alone");
    }

    /** Only a forged file has such a line. */
    @Test
    void aLineThatRunsIntoItselfIsOneTopic() {
        assertThat(Topics.of(List.of(item("x", "y"), item("y", "x"), item("z", "z"))))
                .containsExactly("x", "x", "z");
    }
}
