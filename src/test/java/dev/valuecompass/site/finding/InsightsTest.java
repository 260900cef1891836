package dev.valuecompass.site.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.Phrase;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim is a link, however Markdown lets one be written. */
class InsightsTest {
    private static final List<Finding> FINDINGS = List.of(new Finding(
            "open-mft",
            "Open and proprietary models",
            Verdict.NOT_HELD,
            Phrase.verbatim("They differ little."),
            new Statistic(Phrase.verbatim("Cliff's delta"), -0.0625, null, 0.8),
            20,
            Phrase.verbatim("models"),
            Phrase.verbatim("by hand")));

    @TempDir
    Path data;

    private List<Defect> check(String text) throws IOException {
        Files.createDirectories(data.resolve("insights"));
        Files.writeString(data.resolve("insights/2026-11.md"), text);
        return new Insights(DataFolder.over(data)).check("2026-11", () -> FINDINGS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No finding is quoted.",
                "A finding: models differ. [Not a link](but words)",
                "That [they differ](finding:open-mft \"not held\") is not so.",
                "[They hardly differ](<finding:open-mft> 'not held, -0.06').",
                "[They hardly differ][1].\n\n[1]: finding:open-mft \"not held\"",
                "[They hardly differ][].\n\n[They hardly differ]: <finding:open-mft> (not held)",
                "*Well, **[they](finding:open-mft \"not held\")***: see [the web](https://example.org/a?b=c#d).",
                "See [the models](../models/index.html), [here](#top) and <https://example.org>.",
                "Write `[x](finding:ID \"held\")`.\n\n    [x](finding:ID)",
            })
    void whatTheFindingsSayMayBeSaidInAnyForm(String text) throws IOException {
        assertThat(check(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](finding:open-mft \"held\")",
                "[x](<finding:open-mft> \"held\")",
                "[x](finding:open-mft 'held')",
                "[x](finding:open-mft\n(held))",
                "[x][1]\n\n[1]: finding:open-mft \"held\"",
                "[x][]\n\n[x]: <finding:open-mft>\n  \"held\"",
                "[x]\n\n[x]: finding:open-mft 'held'",
                "<finding:open-mft>",
                "**[*x*](finding:open-mft \"held\")**",
                "[`x` [y]](finding:open-mft \"held\")",
                "[x](&#102;inding:open-mft \"held\")",
                "[x](find\\ing:open-mft \"held\")",
                "[x](finding\\:open-mft \"held\")",
                "[x](FINDING:open-mft \"not held\")",
                "[x](finding%3Aopen-mft \"held\")",
                "[x]( finding:open-mft held)",
                "[x] (finding:open-mft \"held\")",
                "![x](finding:open-mft \"held\")",
                "[![x](a.png)](finding:open-mft \"not held\")",
                "<a href=\"finding:open-mft\">x</a>",
                "> - 1. [x](finding:open-mft \"held\")",
                "# [x](finding:open-mft \"held\")",
                "[x](finding:close-mft \"held\")",
                "[x](finding:)",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](<java script:alert(1)>)",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html,x)",
                "[x](vbscript:x)",
                "[x](file:///etc/passwd)",
                "[x](http://example.org)",
                "[x](//example.org)",
                "[x](\\\\\\\\example.org)",
                "[x](https:/example.org)",
                "[x](https://user:pass@example.org)",
                "[x](mailto:a@example.org)",
                "<a@example.org>",
                "<http://example.org>",
                "[x]()",
                "![x](https://example.org/x.png)",
                "<b>x</b>",
                "x <!-- y --> z",
                "<div>\nx\n</div>",
            })
    void whatIsFalseOrLeadsAstrayIsAMistakeInAnyForm(String text) throws IOException {
        List<Defect> defects = check("# May\n\n" + text + "\n");
        assertThat(defects).isNotEmpty();
        assertThat(defects.get(0).file()).endsWith("2026-11.md");
        assertThat(defects.get(0).line()).isBetween(3, 4);
        assertThat(defects.get(0).fix()).isNotBlank();
    }

    @Test
    void eachMistakeHasItsLine() throws IOException {
        assertThat(check("a\n[x](finding:open-mft \"held\")\nb [y](ftp://a) and\n[z](finding:no \"held\")"))
                .extracting(Defect::line)
                .containsExactly(2, 3, 4);
    }
}
