package dev.valuecompass.recognition.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.items.HashedWords;
import dev.valuecompass.value.ReaderSettings;
import dev.valuecompass.value.ReaderSettings.Calibration;
import dev.valuecompass.value.ReaderSettings.Parts;
import dev.valuecompass.value.ReaderSettings.Prompt;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitReaderTest {
    private static final String OPENING = "When the letter came, Tom found the money and";
    private static final String ANSWER = "He gave it back. Nobody had asked him.";

    private final SentenceEncoder encoder = new HashedWords();
    private final UnitReader reader =
            new UnitReader(encoder, new float[encoder.dimensions()], new Solicitation(List.of(), new float[0]));

    private static ReaderSettings settings(Prompt prompt, Parts parts) {
        return new ReaderSettings(
                prompt,
                4,
                parts,
                ReaderSettings.Wording.COMPARED,
                Calibration.OBSERVED,
                ReaderSettings.Opposes.LEARNED,
                1);
    }

    private Unit unit(Prompt prompt) {
        return reader.read(ANSWER, null, OPENING, settings(prompt, Parts.WHOLE))
                .units()
                .get(0);
    }

    @Test
    void anUnseenPromptChangesNothing() {
        assertThat(unit(Prompt.UNSEEN).joined()).isNull();
        assertThat(unit(Prompt.UNSEEN).request()).isEmpty();
    }

    @Test
    void theLastWordsOfAJoinedPromptAndTheAnswerAreOneText() {
        assertThat(unit(Prompt.JOINED).read()).containsExactly(reader.vector("found the money and " + ANSWER));
        assertThat(unit(Prompt.JOINED).request()).isEmpty();
    }

    @Test
    void aPromptApartHasADirectionOfItsOwn() {
        assertThat(unit(Prompt.APART).request()).isEqualTo(reader.vector(OPENING));
        assertThat(unit(Prompt.APART).direction()).isEqualTo(unit(Prompt.UNSEEN).direction());
    }

    /** Evidence is a place in the answer, so no sentence may be one of the prompt's. */
    @Test
    void thePromptIsNoEvidence() {
        for (Prompt prompt : Prompt.values()) {
            assertThat(unit(prompt).sentences())
                    .extracting(sentence -> ANSWER.substring(sentence.start(), sentence.end()))
                    .containsExactly("He gave it back.", "Nobody had asked him.");
        }
    }

    @Test
    void theEdgeOfACodeBlockIsNoSentence() {
        UnitReader.AnswerUnits answer =
                reader.read("Type this:\n```bash\nls -l\n```", null, OPENING, settings(Prompt.UNSEEN, Parts.WHOLE));
        assertThat(answer.units().get(0).text()).doesNotContain("bash").contains("ls -l");
    }

    @Test
    void aWholeAnswerIsItsOnlyPartAndIsReadOnce() {
        UnitReader.AnswerUnits whole = reader.read(ANSWER, null, OPENING, settings(Prompt.APART, Parts.WHOLE));
        UnitReader.AnswerUnits parts =
                reader.read("One. Two. Three.", null, OPENING, settings(Prompt.UNSEEN, Parts.SENTENCES));

        assertThat(View.parts(whole)).isEqualTo(whole.units());
        assertThat(View.of(whole, List.of(value()))).extracting(View::whole).containsOnlyNulls();
        assertThat(View.parts(parts)).extracting(Unit::text).containsExactly("One. Two.", "Two. Three.");
    }

    @Test
    void withAJoinedPromptAnAnswerIsReadWithAndWithoutIt() {
        UnitReader.AnswerUnits joined = reader.read(ANSWER, null, OPENING, settings(Prompt.JOINED, Parts.WHOLE));
        View view = View.of(joined, List.of(value())).get(0);

        assertThat(view.whole().direction()).isEqualTo(unit(Prompt.JOINED).direction());
        assertThat(view.parts())
                .extracting(Features::direction)
                .containsExactly(unit(Prompt.UNSEEN).direction());
        assertThat(unit(Prompt.JOINED).withAndWithoutPrompt().map(Unit::joined))
                .containsExactly(unit(Prompt.JOINED).joined(), null);
    }

    private Prototype value() {
        float[] pole = reader.vector("Nobody should suffer.");
        return new Prototype("care", "care", List.of(pole, pole, pole, pole), List.of());
    }
}
