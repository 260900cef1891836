package dev.valuecompass.responses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.responses.Opinion.Stance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts around a stance and its points that are safe to read. */
class OpinionLayoutsTest {
    private static final String POINTS = "\n\nKey Points:\n1. Trust: people decide.\n2. Cost: it is dear.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stance: ✅ Yes",
                "Stance: 👍 Yes",
                "Stance: 👍🏽 Yes",
                "Stance: ✔️ **Yes**",
                "✅ Stance: Yes",
                "🟢 **Stance:** Yes",
                "\u200bStance: Yes",
                "\ufeffStance: Yes",
                "\u200e\u200bStance:\u200b Yes",
                "Stance: \\boxed{Yes}",
                "Stance: $\\boxed{\\text{Yes}}$",
                "Stance: \"Yes\"",
                "Stance: 'Yes'",
                "Stance: `Yes`",
                "Stance: [Yes]",
                "Stance → Yes",
                "Stance => Yes",
                "| Stance | Yes |",
                "<b>Stance:</b> Yes",
                "<b>Stance</b>: Yes",
                "<p>Stance: <strong>Yes</strong></p>",
                "Stance:<br>Yes",
                "Stance:\n✅ Yes"
            })
    void theStanceIsRead(String stance) {
        assertThat(OpinionParser.parse(stance + POINTS)).hasValueSatisfying(opinion -> {
            assertThat(opinion.stance()).isEqualTo(Stance.YES);
            assertThat(opinion.points())
                    .extracting(Opinion.KeyPoint::text)
                    .containsExactly("Trust: people decide.", "Cost: it is dear.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n", "\u2028", "\u2029", "\u0085"})
    void anyLineEndEndsALine(String end) {
        String text = ("Stance: No" + POINTS).replace("\n", end);

        Opinion opinion = OpinionParser.parse(text).orElseThrow();

        assertThat(opinion.stance()).isEqualTo(Stance.NO);
        assertThat(opinion.points())
                .allSatisfy(point ->
                        assertThat(text.substring(point.start(), point.end())).isEqualTo(point.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'stance': 'Yes', 'key_points': ['Trust: people decide.', 'Cost: it is dear.']}",
                "{'Stance': '✅ Yes', 'Key Points': ['Trust: people decide.', 'Cost: it is dear.']}",
                "```json\n{'stance': 'Yes',\n 'keyPoints': ['Trust: people decide.',\n 'Cost: it is dear.']}\n```",
                "{'key_points': [{'title': 'Trust', 'explanation': 'people decide.'}, {'title': 'Cost', 'explanation': 'it is dear.'}], 'stance': 'yes'}",
                "{'position': 'Yes', 'reasons': {'1': 'Trust: people decide.', '2': 'Cost: it is dear.'}}"
            })
    void anAnswerInJsonIsRead(String json) {
        String text = json.replace('\'', '"');

        Opinion opinion = OpinionParser.parse(text).orElseThrow();

        assertThat(opinion.stance()).isEqualTo(Stance.YES);
        assertThat(opinion.points())
                .extracting(Opinion.KeyPoint::text)
                .containsExactly("Trust: people decide.", "Cost: it is dear.");
        assertThat(opinion.points())
                .allSatisfy(point -> assertThat(text.substring(point.start(), point.end()))
                        .contains(point.text().substring(0, 4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stance: [Yes / No / Neutral]",
                "Stance: ✅ Yes ❌ No",
                "Stance: Yes | No | Neutral",
                "{\"stance\": \"Yes or No\", \"key_points\": [\"a\"]}",
                "{\"stance\": \"Yes\", \"key_points\": []}",
                "Stance: ✅"
            })
    void aFormThatWasNotFilledInIsNoStance(String text) {
        assertThat(OpinionParser.parse(text.startsWith("{") ? text : text + POINTS))
                .isEmpty();
    }
}
