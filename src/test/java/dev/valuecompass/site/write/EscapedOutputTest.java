package dev.valuecompass.site.write;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Says to the byte what jte's own output says, in every place that a template has. */
class EscapedOutputTest {
    /** Tag and attribute. */
    private static final List<List<String>> PLACES = List.of(
            List.of("p", ""),
            List.of("script", ""),
            List.of("a", "href"),
            List.of("link", "href"),
            List.of("button", "onclick"),
            List.of("td", "title"),
            List.of("script", "src"));

    private static final List<String> TEXTS = List.of(
            "",
            "61.5",
            "../models/alder-2/index.html",
            "2 & 3",
            "<b>",
            "it's",
            "say \"so\"",
            "a:b",
            "javascript:alert(1)",
            " \tJaVaScRiPt:alert(1)",
            "https://example.org/?a=1&b=2",
            "`${x}` \\ / $ -",
            "\u00e4 \u2013 \u6587\u5fc3 \ud83d\ude00 \ud800",
            "\u6587<\u5fc3>",
            "\u0000\u0007\r\n");

    @Test
    void everyTextInEveryPlaceIsWrittenAsJteDoes() throws IOException {
        for (List<String> place : PLACES) {
            String attribute = place.get(1).isEmpty() ? null : place.get(1);
            for (String text : TEXTS) {
                StringOutput expected = new StringOutput();
                OwaspHtmlTemplateOutput jte = new OwaspHtmlTemplateOutput(expected);
                jte.setContext(place.get(0), attribute);
                jte.writeUserContent(text);
                PageBytes page = new PageBytes();
                EscapedOutput own = new EscapedOutput(page);
                own.setContext(place.get(0), attribute);
                own.writeUserContent(text);
                assertThat(bytes(page))
                        .as("%s in %s", text, place)
                        .isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Every character that jte replaces somewhere, alone: a new version that replaces more is noticed. */
    @Test
    void noAsciiCharacterIsForgotten() throws IOException {
        for (char c = 0; c < 128; c++) {
            for (List<String> place : PLACES) {
                String attribute = place.get(1).isEmpty() ? null : place.get(1);
                StringOutput expected = new StringOutput();
                OwaspHtmlTemplateOutput jte = new OwaspHtmlTemplateOutput(expected);
                jte.setContext(place.get(0), attribute);
                jte.writeUserContent("x" + c);
                PageBytes page = new PageBytes();
                EscapedOutput own = new EscapedOutput(page);
                own.setContext(place.get(0), attribute);
                own.writeUserContent("x" + c);
                assertThat(new String(bytes(page), StandardCharsets.UTF_8))
                        .as("character %d in %s", (int) c, place)
                        .isEqualTo(expected.toString());
            }
        }
    }

    @Test
    void nothingIsNoText() throws IOException {
        PageBytes page = new PageBytes();
        new EscapedOutput(page).writeUserContent((String) null);
        assertThat(bytes(page)).isEmpty();
    }

    /** Pieces are of 65,536 bytes: texts that end before, at and after their ends, and a page after a longer one. */
    @Test
    void longPagesComeOutWholeAndTheNextOneKnowsNothingOfThem() throws IOException {
        PageBytes page = new PageBytes();
        StringBuilder all = new StringBuilder();
        for (int length : List.of(65_535, 1, 1, 65_535, 200_000, 3, 2_000_000)) {
            String text = "0123456789".repeat(length / 10 + 1).substring(0, length);
            page.writeContent(text);
            all.append(text);
        }
        assertThat(new String(bytes(page), StandardCharsets.UTF_8)).isEqualTo(all.toString());
        page.clear();
        page.writeContent("next page", 0, 4);
        assertThat(bytes(page)).isEqualTo(new byte[] {'n', 'e', 'x', 't'});
    }

    private static byte[] bytes(PageBytes page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page.writeTo(out);
        return out.toByteArray();
    }
}
