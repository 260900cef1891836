package dev.valuecompass.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.valuecompass.responses.Opinion.Stance;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionParserTest {
    static Stream<Arguments> layouts() {
        return Stream.of(
                arguments(
                        "as asked",
                        "Stance: Yes\n\nKey Points:\n1. A: one.\n2. B: two.",
                        Stance.YES,
                        "A: one.|B: two."),
                arguments(
                        "bold",
                        "**Stance:** No\n\n**Key Points:**\n1. **A**: one.\n2. **B**: two.",
                        Stance.NO,
                        "A: one.|B: two."),
                arguments(
                        "dashes", "Stance - **No**\n\nKey points\n- A: one.\n- B: two.", Stance.NO, "A: one.|B: two."),
                arguments(
                        "headings",
                        "### Stance\nNeutral\n\n### Key Points\n1) A: one.\n2) B: two.",
                        Stance.NEUTRAL,
                        "A: one.|B: two."),
                arguments(
                        "heading and blank line",
                        "## Stance\n\nYes.\n\n## Key Points\n\n* A: one.\n* B: two.",
                        Stance.YES,
                        "A: one.|B: two."),
                arguments("mixed means neutral", "Stance: Mixed / neutral\n1. A: one.", Stance.NEUTRAL, "A: one."),
                arguments("yes and no", "Stance: Yes and no\n1. A: one.", Stance.NEUTRAL, "A: one."),
                arguments("depends", "**Stance**: It depends\n1. A: one.", Stance.NEUTRAL, "A: one."),
                arguments("no heading at all", "Yes.\n\n1. A: one.\n2. B: two.", Stance.YES, "A: one.|B: two."),
                arguments(
                        "bold without heading", "**No**, because:\n- A: one.\n- B: two.", Stance.NO, "A: one.|B: two."),
                arguments(
                        "prelude",
                        "Sure, here is my view.\n\nMy stance: no\nKey points:\n1. A: one.",
                        Stance.NO,
                        "A: one."),
                arguments(
                        "windows line ends",
                        "Stance: Yes\r\n\r\nKey Points:\r\n1. A: one.\r\n2. B: two.\r\n",
                        Stance.YES,
                        "A: one.|B: two."),
                arguments(
                        "spread over lines",
                        "Stance: Yes\n1. **A**\n   one\n   goes on.\n\n2. **B**\n\n   two.",
                        Stance.YES,
                        "A one goes on.|B two."),
                arguments(
                        "bullets inside numbers",
                        "Stance: Yes\n1. A:\n   - one\n   - more\n2. B: two.",
                        Stance.YES,
                        "A: - one - more|B: two."),
                arguments(
                        "closing words",
                        "Stance: No\n1. A: one.\n2. B: two.\n\nIn conclusion, I hold no.",
                        Stance.NO,
                        "A: one.|B: two."),
                arguments(
                        "key point labels", "Stance: No\nKey Point 1: one.\nKey Point 2: two.", Stance.NO, "one.|two."),
                arguments("bold numbers", "Stance: No\n**1. A**: one.\n**2. B**: two.", Stance.NO, "A: one.|B: two."),
                arguments("circled numbers", "Stance: No\n① A: one.\n② B: two.", Stance.NO, "A: one.|B: two."),
                arguments("unicode bullets", "Stance: No\n• A: one.\n• B: two.", Stance.NO, "A: one.|B: two."),
                arguments(
                        "quote marks",
                        "> **Stance:** \"Yes\"\n> 1. A: one.\n> 2. B: two.",
                        Stance.YES,
                        "A: one.|B: two."),
                arguments(
                        "numbered parts",
                        "1. Stance: No\n2. Key Points:\n- A: one.\n- B: two.",
                        Stance.NO,
                        "A: one.|B: two."),
                arguments(
                        "Chinese",
                        "立场\uff1a是\n\n要点\uff1a\n1、自由\uff1a一。\n2、安全\uff1a二。",
                        Stance.YES,
                        "自由\uff1a一。|安全\uff1a二。"),
                arguments("Chinese no", "立场\uff1a**反对**\n1\uff0e一一。\n2\uff0e二二。", Stance.NO, "一一。|二二。"),
                arguments(
                        "full-width digits",
                        "Stance\uff1aNo\n\uff11\uff0eA: one.\n\uff12\uff0eB: two.",
                        Stance.NO,
                        "A: one.|B: two."),
                arguments(
                        "Arabic-Indic digits",
                        "الموقف: نعم\n\u0661. الأول هنا\n\u0662. الثاني هنا",
                        Stance.YES,
                        "الأول هنا|الثاني هنا"),
                arguments("Devanagari digits", "रुख: नहीं\n\u0967. पहला\n\u0968) दूसरा", Stance.NO, "पहला|दूसरा"),
                arguments("Spanish", "Postura: Sí\n1. Uno: a.\n2. Dos: b.", Stance.YES, "Uno: a.|Dos: b."),
                arguments("German", "Haltung: Nein\n1. Eins: a.", Stance.NO, "Eins: a."),
                arguments("Russian", "Позиция: Да\n1. Один: а.", Stance.YES, "Один: а."),
                arguments(
                        "years are no numbers",
                        "Stance: Yes\n1. In 2030. A: one.\n2. B: two.",
                        Stance.YES,
                        "In 2030. A: one.|B: two."),
                arguments(
                        "paragraphs",
                        "Stance: Yes\n\nFreedom matters to everyone.\n\nSafety matters as well.",
                        Stance.YES,
                        "Freedom matters to everyone.|Safety matters as well."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void readsManyLayouts(String name, String text, Stance stance, String points) {
        Opinion opinion = OpinionParser.parse(text).orElseThrow();
        assertThat(opinion.stance()).isEqualTo(stance);
        assertThat(opinion.points()).extracting(Opinion.KeyPoint::text).containsExactly(points.split("\\|"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void spansLieInTheOriginalText(String name, String text, Stance stance, String points) {
        int last = 0;
        for (Opinion.KeyPoint point : OpinionParser.parse(text).orElseThrow().points()) {
            assertThat(point.start()).isGreaterThanOrEqualTo(last);
            String span = text.substring(point.start(), point.end());
            assertThat(span).isEqualTo(span.strip());
            assertThat(span.replaceAll("[*_]{2,3}|`", "")
                            .replaceAll("\\s+", " ")
                            .strip())
                    .isEqualTo(point.text());
            last = point.end();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n ",
                "I cannot take sides in this.",
                "Stance: Yes, No or Neutral\n1. A: one.",
                "Stance: yes/no\n1. A: one.",
                "Stance: Yes",
                "Stance: Yes\n\nKey Points:\n",
                "Stance: purple\n1. A: one.",
                "Nobody knows.\n1. A: one.",
                "Note that this matters.\n1. A: one.",
                "Key Points:\n1. A: one.\n2. B: two."
            })
    void doesNotInventAnOpinion(String text) {
        assertThat(OpinionParser.parse(text)).isEmpty();
    }

    @Test
    void hostileTextIsReadInLinearTime() {
        List<String> hostile = List.of(
                "Stance: Yes\n" + "1. a ".repeat(200_000),
                "Stance: " + "*".repeat(1_000_000),
                ("Stance:" + " ".repeat(50) + "\n").repeat(20_000),
                "Stance: Yes\n" + "1. x\n".repeat(200_000),
                "Stance: Yes\n" + " ".repeat(1_000_000) + "1.",
                "#".repeat(1_000_000));
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> hostile.forEach(OpinionParser::parse));
        assertThat(OpinionParser.parse(hostile.get(3)).orElseThrow().points()).hasSize(20);
    }
}
