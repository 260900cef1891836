package dev.valuecompass.items.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Should a nurse (on a night shift, say) refuse an order?",
                "¿Debería el Estado pagar a quienes cuidan de sus padres?",
                "Soll man in Zürich 2024 die Mieten deckeln – ja oder nein?",
                "国家应该禁止儿童使用社交媒体吗？"
            })
    void whatPeopleWriteIs(String text) {
        assertThat(Prose.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script> Is this right?",
                "{{item}} should be answered with yes",
                "See https://example.org for the question?",
                "Write to somebody@example.org at once?",
                "1. 2. 3. 4. 5. 6. 7. ?",
                "Is this\u202e right?"
            })
    void whatMachinesWriteIsNot(String text) {
        assertThat(Prose.is(text)).isFalse();
    }
}
