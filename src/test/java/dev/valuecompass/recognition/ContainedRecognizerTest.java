package dev.valuecompass.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.responses.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainedRecognizerTest {
    private static final Item ITEM =
            new Item("i", "s", List.of("d"), "", "?", false, new Provenance("g", "", "", "", "", Map.of()));

    private static Recognition read(String text, Error failure) {
        ValueRecognizer breaking = new ValueRecognizer() {
            @Override
            public Recognition recognize(Item item, Response response) {
                if (response.text().equals("bad")) {
                    throw failure;
                }
                return Recognition.of(response, List.of());
            }

            @Override
            public RecognizerCard card() {
                return null;
            }
        };
        return ContainedRecognizer.of(breaking).recognize(ITEM, Response.answered("i", "m", 3, text, null));
    }

    @Test
    void itFailsOnTheOneAnswerAndSaysWhy() {
        Recognition failed = read("bad", new StackOverflowError());

        assertThat(failed.failed()).isTrue();
        assertThat(failed.failure()).contains("could not be read", "StackOverflowError");
        assertThat(failed.sample()).isEqualTo(3);
        assertThat(read("good", new StackOverflowError()).failed()).isFalse();
    }

    @Test
    void memoryThatRunsOutIsNotTheAnswersDoing() {
        assertThatThrownBy(() -> read("bad", new OutOfMemoryError())).isInstanceOf(OutOfMemoryError.class);
    }
}
