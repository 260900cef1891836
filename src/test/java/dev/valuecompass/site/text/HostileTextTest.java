package dev.valuecompass.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R74: nothing that a model writes can hide, reorder or forge what stands around it. */
class HostileTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "Grüße, 世界, مرحبا",
                "tab\tand\nline",
                "👩‍🔬 needs its joiner",
                "می‌خواهم",
                "❤️ 1️⃣ #️⃣ ©️ 葛󠄀",
                "<b> & \"",
                ""
            })
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(HostileText.visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "202E, ⟦U+202E⟧", // right-to-left override
        "2066, ⟦U+2066⟧", // isolate
        "200B, ⟦U+200B⟧", // zero-width space
        "FEFF, ⟦U+FEFF⟧", // byte order mark
        "00AD, ⟦U+00AD⟧", // soft hyphen
        "E0041, ⟦U+E0041⟧", // tag character
        "2028, ⟦U+2028⟧", // line separator
        "3164, ⟦U+3164⟧", // Hangul filler, blank but a letter
        "0085, ⟦U+0085⟧",
        "009B, ⟦U+009B⟧", // begins a sequence for a terminal, as ESC [ does
        "061C, ⟦U+061C⟧", // Arabic letter mark
        "200D, ⟦U+200D⟧", // a joiner where nothing is joined
        "FE0F, ⟦U+FE0F⟧", // a variant of a letter
        "E0101, ⟦U+E0101⟧",
        "034F, ⟦U+034F⟧", // grapheme joiner
        "180B, ⟦U+180B⟧", // Mongolian selector
        "FFFE, ⟦U+FFFE⟧", // never a character
        "E000, ⟦U+E000⟧", // private use
        "0000, ␀",
        "001B, ␛",
        "007F, ␡",
        "D800, �"
    })
    void invisibleCharactersAreShown(String hex, String shown) {
        String text = "a" + new String(Character.toChars(Integer.parseInt(hex, 16))) + "b";
        assertThat(HostileText.visible(text)).isEqualTo("a" + shown + "b");
    }

    @Test
    void aSignHasOneVariantAtMost() {
        assertThat(HostileText.visible("\u2764\ufe0f\ufe0e")).isEqualTo("\u2764\ufe0f⟦U+FE0E⟧");
    }

    @Test
    void jsonStaysTheSameJson() {
        String text = "a\u001b[31m\u009b\u202e\u200b\u2028\ud800\udb40\udc41 Grüße 👩‍🔬 \u007f\ufeff\n";
        String json = HostileText.escaped(Json.line(text));
        assertThat(Json.parse(json, String.class, "test")).isEqualTo(text);
        assertThat(json)
                .isEqualTo(HostileText.visible(json))
                .contains("Grüße 👩‍🔬", "\\u009b\\u202e", "\\udb40\\udc41");
    }

    @Test
    void lineEndsBecomeOneKind() {
        assertThat(HostileText.visible("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void namesStayOnOneLine() {
        assertThat(HostileText.line(" Model\nX\t1\u202E ")).isEqualTo("Model X 1⟦U+202E⟧");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?b=c, https://example.org/a?b=c",
        "http://example.org, http://example.org",
        "javascript:alert(1), ",
        "'java\nscript:alert(1)', ",
        "data:text/html;base64xx, ",
        "//example.org/x, ",
        "../x, ",
        "https:, ",
        "'https://exa mple.org', "
    })
    void onlyWebAddressesBecomeLinks(String address, String link) {
        assertThat(Address.external(address)).isEqualTo(link);
    }
}
