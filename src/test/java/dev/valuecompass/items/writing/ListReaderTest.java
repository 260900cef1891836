package dev.valuecompass.items.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Should zoos close?\n2. Is tipping fair?",
                "Sure, here are two:\n\n- **Should zoos close?**\n- \"Is tipping fair?\"\n\nLet me know!",
                "(1) Should zoos close?\r\n(2) `Is tipping fair?`",
                "Should zoos close?\nIs tipping fair?",
                "  > 1) Should zoos\u200B close?\u0007\n * Is\ttipping  fair?",
            })
    void readsTheSameEntries(String text) {
        assertThat(ListReader.entries(text)).containsExactly("Should zoos close?", "Is tipping fair?");
    }

    @Test
    void readsNumberedEntries() {
        assertThat(ListReader.numbered("Here:\n1: work\n**2)** *law*\n٣. health\nnonsense\n1: twice"))
                .containsExactly(entry(1, "work"), entry(2, "*law*"), entry(3, "health"));
    }

    @Test
    void tooLongIsNoEntry() {
        assertThat(ListReader.entries("x".repeat(ListReader.LONGEST + 1) + "\nshort"))
                .containsExactly("short");
    }

    @Test
    void hugeTextsAreReadInTime() {
        String hostile = "1.".repeat(200_000) + "\n" + " ".repeat(300_000) + "*".repeat(300_000) + "\n"
                + "1.".repeat(1_999) + "\n" + "*** ".repeat(999) + "\n1. end";
        assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(ListReader.entries(hostile)).contains("end"));
        assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(ListReader.numbered(hostile)).containsValue("end"));
    }

    @Test
    void countsWords() {
        assertThat(ListReader.words("Don't stop – it’s 3 o'clock.")).isEqualTo(5);
    }
}
