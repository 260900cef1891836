package dev.valuecompass.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import dev.valuecompass.responses.Response;
import dev.valuecompass.responses.ResponseFields;
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
                return new Recognition(item.id(), response.model(), response.sample(), List.of(), "");
            }

            @Override
            public RecognizerCard card() {
                return null;
            }
        };
        return ContainedRecognizer.of(breaking)
                .recognize(
                        ITEM,
                        ResponseFields.builder()
                                .item("i")
                                .model("m")
                                .sample(3)
                                .outcome(Outcome.ANSWERED)
                                .text(text)
                                .opinion(null)
                                .modelReported("")
                                .usage(Usage.UNKNOWN)
                                .detail("")
                                .retries(0)
                                .build());
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
