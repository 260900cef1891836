package dev.valuecompass.site.text;

import static org.assertj.core.api.Assertions.assertThat;

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
