package dev.valuecompass.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a fictional model makes of topics that it is asked to sort or to put as questions. */
class TopicEditorTest {
    private final TopicEditor editor = new TopicEditor(new Dice(1));

    @Test
    void sortsByTheWordsThatACategoryShares() {
        String prompt = "Sort into exactly one of these categories:\nwork and pay\nfamily\n\nThe topics:\n"
                + "1. Working on Sundays\n2. Families with many children\n3. Jazz\n\nAnswer with one line for each.";
        assertThat(editor.categorise("m", prompt).orElseThrow())
                .matches("1: work and pay\n2: family\n3: (work and pay|family)");
        assertThat(editor.categorise("m", "Sort these topics.\n1. Jazz")).isEmpty();
    }

    @Test
    void asksWhatIsNoQuestionYet() {
        String asked = editor.ask("m", "The topics:\n1. Working on Sundays.\n2. Is jazz music?");
        assertThat(asked.lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("1\\. (Is|Should|Would) .*: Working on Sundays\\?");
        assertThat(asked).endsWith("2. Is jazz music?");
        assertThat(editor.ask("m", "Nothing here.")).isEmpty();
    }
}
