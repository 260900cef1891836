package dev.valuecompass.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that a command says passes here. */
class TerminalTest {
    private static final String KEY = "q7Xw2Zk9Lm4Np8Rt3Vb6";
    private static final String HOSTILE =
            "a\u001b[2J\u009b31m\u009d0;title\u0007\u202egpj\u2066\u200e\u061c\u200b\ufeff\ud800b";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8))
            .keeping(Map.of("SOME_KEY", KEY, "HOME", "/home/somebody/else", "SHORT_TOKEN", "10000000"));

    private record Said(String text, int number) {}

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wordsAreShownWithMarks() {
        terminal.progress(HOSTILE);
        terminal.result(false, null, "one\n\ttwo " + HOSTILE);
        String shown = "a␛[2J⟦U+009B⟧31m⟦U+009D⟧0;title␇⟦U+202E⟧gpj⟦U+2066⟧⟦U+200E⟧⟦U+061C⟧⟦U+200B⟧⟦U+FEFF⟧\ufffdb\n";
        assertThat(err()).isEqualTo(shown);
        assertThat(out()).isEqualTo("one\n\ttwo " + shown);
    }

    @Test
    void jsonIsEscapedAndSaysTheSame() {
        terminal.result(true, new Said(HOSTILE, 1), "");
        terminal.event(Json.line(new Said(HOSTILE, 2)));
        for (String json : List.of(out(), err())) {
            assertThat(json).matches("[ -~]+\n");
            assertThat(Json.parse(json, Said.class, "test").text()).isEqualTo(HOSTILE);
        }
    }

    @Test
    void aMistakeOfTheProgramShowsNoKeyAndNoSequence() {
        terminal.trace(new IllegalStateException(
                "no \u001b[1m", new NumberFormatException("For input string: \"" + KEY.substring(2) + "\"")));
        assertThat(err())
                .contains("no ␛[1m", "Caused by: ", "[key]", "TerminalTest")
                .doesNotContain(KEY.substring(4, 12));
    }

    /** A key that spans strings, and a number like a secret, leave JSON what it is. */
    @Test
    void jsonWithoutAKeyIsStillJson() {
        terminal.result(true, List.of(KEY.substring(0, 9), KEY.substring(9), new Said("it is " + KEY, 10_000_000)), "");
        assertThat(out()).isEqualTo("[\"[key]\",\"[key]\",{\"text\":\"it is [key]\",\"number\":10000000}]\n");
        terminal.progress("/home/somebody/else and 10000000");
        assertThat(err()).isEqualTo("/home/somebody/else and 10000000\n");
    }
}
