package dev.valuecompass.items.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ScreenTest {
    /** Characters that nobody sees stand in the files as escapes. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private static final Screen SCREEN = Screen.of(List.of(
            "aurora-large",
            "Aurora Large",
            "Skyloom",
            "ma",
            "b",
            "claude",
            "vendor/GPT-9.1-mini",
            "openai",
            "qwen2.5-7b-instruct",
            "Apple",
            "cedar",
            "delta"));

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextsAreRefusedForWhatTheyAre(String line) {
        String[] parts = line.split("\t", 2);
        assertThat(SCREEN.objection(parts[1]))
                .get()
                .extracting(Objection::reason)
                .isEqualTo(Reason.valueOf(parts[0]));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void textsThatOnlyLookLikeItPass(String text) {
        assertThat(SCREEN.objection(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schwartz", "mft", "unique", "safety"})
    void theShippedPoolsPass(String id) {
        DataFolder data = DataFolder.over(Path.of("no-such-folder"));
        ValueSystem system = Theory.load(data).system(id);
        Screen screen = system.elicitation() == Elicitation.REPLY ? SCREEN.ofRequests() : SCREEN;
        List<Item> pool = TopicPool.read(data.file("topics/" + id + ".jsonl"), system);
        assertThat(pool)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(screen.objection(item.text())).isEmpty());
    }

    @Test
    void aRequestMayTellTheModelWhatToDo() {
        assertThat(SCREEN.ofRequests().objection("Reply only with the word no."))
                .isEmpty();
        assertThat(SCREEN.ofRequests().objection("Write a letter to help@rescue."))
                .isPresent();
    }

    @Test
    void aLongTextIsReadInAMoment() {
        for (String piece :
                List.of("a.", "1 ", "A", "Ignore the ", "John ", "0x", "12 Elm ", "\u0130", "model ", "a-b ")) {
            String text = piece.repeat(5_000 / piece.length());
            Assertions.assertTimeout(Duration.ofSeconds(30), () -> SCREEN.objection(text), piece);
        }
    }

    static Stream<String> hostile() {
        return lines("hostile.tsv");
    }

    static Stream<String> harmless() {
        return lines("harmless.txt");
    }

    private static Stream<String> lines(String name) {
        try (var in = ScreenTest.class.getResourceAsStream("/screening/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> ESCAPE.matcher(line)
                            .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
