package dev.valuecompass.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R74: file names from ids. */
class SlugsTest {
    @ParameterizedTest
    @ValueSource(strings = {"o3-mini", "phi-3.5-mini-instruct", "a", "2026-11"})
    void safeIdsKeepTheirName(String id) {
        assertThat(Slugs.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "../../x, x",
        "'..\\..\\x', x",
        "., x-",
        "'', x-",
        "CON, x-con",
        "nul.txt, x-nul.txt",
        "COM1, x-com1",
        "a..b, a.b",
        ".hidden, hidden",
        "trailing., trailing",
        "模型, x-",
        "a/b c, a-b-c",
        "index, x-index"
    })
    void unsafeIdsAreMadeSafe(String id, String slug) {
        assertThat(Slugs.of(id)).isEqualTo(slug);
    }

    @Test
    void noTwoIdsShareASlugWhateverTheCase() {
        Map<String, String> slugs = Slugs.of(List.of("Gpt", "gpt", "GPT", "g/p/t", "gpt-2"), Set.of());
        assertThat(slugs).containsEntry("gpt", "gpt").containsEntry("gpt-2", "gpt-2");
        assertThat(slugs.values()).doesNotHaveDuplicates().hasSize(5);
        assertThat(slugs.values()).allMatch(slug -> slug.equals(slug.toLowerCase(Locale.ROOT)));
    }

    @Test
    void takenNamesAreAvoided() {
        assertThat(Slugs.of(List.of("models"), Set.of("models"))).containsEntry("models", "models-2");
    }

    @Test
    void longIdsAreCut() {
        assertThat(Slugs.of("a".repeat(500))).hasSize(80);
    }
}
