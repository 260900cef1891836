package dev.valuecompass.recognition.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes in which models give their concepts and marks. In the replies CODE stands for the question's code. */
class ConceptRepliesTest {
    private static final String CODE = "0123456789ab";
    private static final String TEXT =
            "Clean air protects the environment for all, and streets become safe for children.";
    private static final Theory THEORY = Theory.load(DataFolder.over(Path.of("data")));

    private static Extraction.Reply read(String reply) {
        ValueSystem system = THEORY.system("schwartz");
        ValueNames names = ValueNames.of(system.dimensions(), THEORY.inEveryLanguage(system));
        return new Extraction("", CODE, names).read(reply.replace("CODE", CODE), TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code': 'CODE', 'concepts': [{'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': 'Universalism', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': ' UNIVERSALISM ', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': 'universalism (Universalism)', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': 'Value: Universalism', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': '普世主义', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': ['universalism'], 'concept': 'clean air', 'words': ['Clean air']}]}",
                "{'code': 'CODE', 'concepts': [{'value': {'id': 'universalism'}, 'concept': 'clean air', 'words': {'text': 'Clean air'}}]}",
                "{'code': 'CODE', 'concepts': [{'value_id': 'universalism', 'concept': 'clean air', 'quote': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'valueId': 'universalism', 'description': 'clean air', 'exact_words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'id': 1, 'name': 'Universalism', 'concept': 'clean air', 'evidence': ['clean air']}]}",
                "{'code': 'CODE', 'concepts': [{'id': 'universalism', 'concept': 'clean air', 'quotes': [{'text': 'Clean air'}]}]}",
                "{'code': 'CODE', 'concepts': [{'Value': 'universalism', 'Concept': 'clean air', 'Words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': 'universalism', 'concept': 'clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': 'universalism', 'words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': 'universalism', 'concept': 'clean air', 'words': 'Dirty earth ... Clean air'}]}",
                "{'code': 'CODE', 'concepts': {'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}}",
                "{'code': 'CODE', 'concepts': {'universalism': [{'concept': 'clean air', 'words': 'Clean air'}], 'power': []}}",
                "{'code': 'CODE', 'concepts': {'Universalism': {'concept': 'clean air', 'words': 'Clean air'}}}",
                "{'code': 'CODE', 'concepts': {'universalism': 'Clean air'}}",
                "{'code': 'CODE', 'concepts': [{'value': 'universalism', 'concepts': [{'concept': 'clean air', 'words': 'Clean air'}]}]}",
                "{'code': 'CODE', 'results': [{'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "{'code': 'CODE', 'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}",
                "{'answer': {'code': 'CODE', 'concepts': [{'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}]}}",
                "{'meta': {'code': 'CODE'}, 'concepts': [{'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "{'CODE': [{'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "[{'code': 'CODE', 'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}]",
                "Here {it} is:\n```json\n{'code': 'CODE', 'concepts': [{'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'},]}\n```\nDone }.",
                "{'code': 'CODE', 'concepts': []}\nOr:\n{'code': 'CODE', 'concepts': [{'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}]}",
                "{'code': 'CODE', 'concepts': [{'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}, {'value': 'honour', 'concept': 'x', 'words': 'y'}]}"
            })
    void theConceptIsFoundHoweverItIsSaid(String reply) {
        Extraction.Reply read = read(reply.replace('\'', '"'));

        assertThat(read.problem()).isEmpty();
        assertThat(read.concepts().orElseThrow()).singleElement().satisfies(concept -> {
            assertThat(concept.dimension()).isEqualTo("universalism");
            assertThat(concept.text()).isEqualToIgnoringCase("clean air");
            assertThat(TEXT.substring(
                            concept.evidence().start(), concept.evidence().end()))
                    .isEqualTo("Clean air");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"self-direction", "self_direction", "Self Direction", "SELF-DIRECTION", "selfDirection", "自我导向"})
    void aNameIsKnownHoweverItIsSpelled(String name) {
        String reply = "{\"code\": \"CODE\", \"concepts\": [{\"value\": \"" + name
                + "\", \"concept\": \"c\", \"words\": \"Clean air\"}]}";

        assertThat(read(reply).concepts().orElseThrow())
                .extracting(Concept::dimension)
                .containsExactly("self-direction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code': 'CODE', 'concepts': [{'value': ['security', 'universalism'], 'concept': 'c', 'words': 'safe for children'}]}",
                "{'code': 'CODE', 'concepts': [{'value': 'Security, Universalism', 'concept': 'c', 'words': 'safe for children'}]}",
                "{'code': 'CODE', 'concepts': [{'value': 'security and universalism', 'concept': 'c', 'words': 'safe for children'}]}",
                "{'code': 'CODE', 'value': 'security', 'concept': 'c', 'words': 'safe for children'}\n{'code': 'CODE', 'value': 'universalism', 'concept': 'c', 'words': 'safe for children'}",
                "{'code': 'CODE', 'concepts': [{'value': 'security', 'concept': 'c', 'words': 'safe for children'}]}, {'code': 'CODE', 'concepts': [{'value': 'universalism', 'concept': 'c', 'words': 'safe for children'}]}"
            })
    void noneOfSeveralIsLost(String reply) {
        assertThat(read(reply.replace('\'', '"')).concepts().orElseThrow())
                .extracting(Concept::dimension)
                .containsExactly("security", "universalism");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code': 'CODE', 'concepts': []}",
                "None.\n```json\n{'code': 'CODE', 'concepts': []}\n```",
                "{'result': {'code': 'CODE', 'concepts': []}}"
            })
    void anEmptyListSaysThatThereIsNone(String reply) {
        assertThat(read(reply.replace('\'', '"')).concepts()).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code': 'CODE', 'concepts': [{'value': 'honour', 'concept': 'c', 'words': 'Clean air'}]} | names none of the values",
                "{'code': 'CODE', 'concepts': [{'concept': 'c', 'words': 'Clean air'}]} | JSON",
                "{'code': 'CODE', 'concepts': [{'value': 'universalism'}]} | do not stand in the answer",
                "{'code': 'CODE', 'concepts': [{'value': 'universalism', 'concept': 'care', 'words': 'no such words here'}]} | do not stand",
                "{'code': 'CODE', 'concepts': [{'value': 7, 'concept': 'c', 'words': 'Clean air'}]} | names none of the values",
                "{'code': 'CODE', 'concepts': ['universalism']} | names none of the values",
                "{'code': 'CODE', 'concepts': 'none'} | JSON",
                "{'code': 'CODE'} | JSON",
                "{'code': 'ba9876543210', 'concepts': []} | JSON",
                "[{'value': 'universalism', 'concept': 'clean air', 'words': 'Clean air'}] | JSON",
                "There is none. | JSON",
                " | JSON"
            })
    void whatCannotBeUsedIsNoNo(String line) {
        String[] parts = line.split(" \\| ");
        Extraction.Reply read = read(parts[0].replace('\'', '"'));

        assertThat(read.concepts()).isEmpty();
        assertThat(read.problem()).contains(parts[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "EXPRESSES 0.9, EXPRESSES, 0.9",
        "EXPRESSES .9, EXPRESSES, 0.9",
        "'EXPRESSES 0,9', EXPRESSES, 0.9",
        "EXPRESSES: 0.9, EXPRESSES, 0.9",
        "EXPRESSES - 0.9, EXPRESSES, 0.9",
        "EXPRESSES-0.9, EXPRESSES, 0.9",
        "EXPRESSES (0.9), EXPRESSES, 0.9",
        "'EXPRESSES \"0.9\"', EXPRESSES, 0.9",
        "EXPRESSES +0.9, EXPRESSES, 0.9",
        "EXPRESSES strength: 0.9, EXPRESSES, 0.9",
        "EXPRESSED 0.9, EXPRESSES, 0.9",
        "EXPRESSES 90%, EXPRESSES, 0.9",
        "EXPRESSES 90 %, EXPRESSES, 0.9",
        "EXPRESSES 9/10, EXPRESSES, 0.9",
        "EXPRESSES 90/100, EXPRESSES, 0.9",
        "EXPRESSES 9 out of 10, EXPRESSES, 0.9",
        "EXPRESSES 9, EXPRESSES, 0.9",
        "EXPRESSES 90, EXPRESSES, 0.9",
        "EXPRESSES 1, EXPRESSES, 1",
        "[Universalism] OPPOSES 0.9, OPPOSES, 0.9",
        "**NOT** 0.0, NOT, 0",
    })
    void aStrengthIsReadHoweverItIsWritten(String mark, Label label, double strength) {
        assertThat(new Marking("", CODE, 1).marks("MARK " + CODE + " 1: " + mark))
                .contains(List.of(new Marking.MarkedLabel(label, strength)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPRESSES -0.9",
                "EXPRESSES: -0.9",
                "EXPRESSES −0.9",
                "EXPRESSES (-0.9)",
                "OPPOSES -1",
                "EXPRESSES",
                "EXPRESSES high",
                "EXPRESSES 101",
                "EXPRESSES 150%",
                "EXPRESSES 11/10",
                "EXPRESSES | OPPOSES | NOT 0.0"
            })
    void aStrengthThatNobodyCanTellIsNoMark(String mark) {
        assertThat(new Marking("", CODE, 1).marks("MARK " + CODE + " 1: " + mark))
                .isEmpty();
    }

    @Test
    void strengthsOfOneReplyAreOnOneScale() {
        Marking marking = new Marking("", CODE, 2);

        assertThat(marking.marks("MARK " + CODE + " 1: NOT 1\nMARK " + CODE + " 2: NOT 8"))
                .contains(List.of(new Marking.MarkedLabel(Label.NOT, 0.1), new Marking.MarkedLabel(Label.NOT, 0.8)));
        assertThat(marking.marks("MARK " + CODE + " 1: NOT 0.5\nMARK " + CODE + " 2: NOT 8"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VERDICT CODE: YES, YES",
        "**VERDICT CODE:** YES, YES",
        "'It rests on it. VERDICT CODE: YES', YES",
        "It rests on it.  **VERDICT CODE: YES**, YES",
        "'So my answer is: VERDICT CODE: NO', NO",
        "\\boxed{VERDICT CODE: YES}, YES",
        "$\\boxed{\\text{VERDICT CODE: YES}}$, YES",
        "VERDICT CODE: \\boxed{AGAINST}, AGAINST",
        "VERDICT CODE: \\boxed{\\text{AGAINST}}, AGAINST",
        "VERDICT CODE: YES</s>, YES",
        "VERDICT CODE: YES.<|im_end|>, YES",
        "'\"VERDICT CODE: YES\"', YES",
        "“VERDICT CODE: NO”, NO",
        "VERDICT CODE: “NO”, NO",
        "`VERDICT CODE: no`, NO",
        "'VERDICT CODE: YES, because it rests on it.', YES",
        "VERDICT CODE: YES – it rests on it, YES",
        "VERDICT CODE: YES (it rests on it), YES",
        "(VERDICT CODE: YES), YES",
        "'{\"code\": \"CODE\", \"verdict\": \"YES\"}', YES",
        "'```json\n{\"verdict\": \"against\", \"code\": \"CODE\"}\n```', AGAINST",
        "'VERDICT CODE: YES\rVERDICT CODE: NO\r', NO",
        "'VERDICT CODE:\nYES', YES"
    })
    void aVerdictIsReadWhereItIsSafe(String reply, JudgeVerdict verdict) {
        assertThat(new JudgeQuestion("", CODE).verdict(reply.replace("CODE", CODE)))
                .contains(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VERDICT CODE: YES | AGAINST | NO",
                "VERDICT CODE: YES, AGAINST or NO",
                "VERDICT CODE: YES/NO",
                "I cannot say VERDICT CODE: YES",
                "It would be wrong to end with VERDICT CODE: YES.",
                "VERDICT CODE: YES it would be if it were not",
                "VERDICT CODE: NOT AT ALL",
                "VERDICT CODE: YESTERDAY",
                "VERDICT ba9876543210: YES",
                "VERDICT: YES",
                "{\"code\": \"CODE\", \"yes\": \"YES\", \"no\": \"NO\"}"
            })
    void whatIsNoVerdictIsAskedForAgain(String reply) {
        assertThat(new JudgeQuestion("", CODE).verdict(reply.replace("CODE", CODE)))
                .isEmpty();
    }
}
