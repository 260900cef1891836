package dev.valuecompass.responses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.value.Instrument.Question;
import dev.valuecompass.value.Instrument.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of answers to choices and ratings, and what is not. */
class ClosedAnswersTest {
    private static final Statement PLACES = new Statement("stimulation", "A good life is full of new places.", false);
    private static final Statement RULES = new Statement("conformity", "Rules should be kept.", false);
    private static final Question PAIR = new Question("1", List.of(PLACES, RULES));
    private static final Question RATED = new Question("2", List.of(RULES));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "(A)",
                "a)",
                "**A**",
                "A.",
                "A. because B asks too much",
                "A because it leaves room",
                "A - new places",
                "Answer: A",
                "Answer: **A**. Statement B is worth something too.",
                "I would choose the first statement",
                "I'd go with statement A.",
                "Statement A",
                "Option 1",
                "The first one.",
                "B is tempting, but I choose A.",
                "I would not choose B. I choose A.",
                "Statement A is closer to what I find important.",
                "I agree more with the first",
                "My choice is A",
                "\\boxed{A}",
                "A. A good life is full of new places.",
                "A good life is full of new places.",
                "\uff21",
                "A. A good life is full of new places.\nB. Rules should be kept.\n\nAnswer: A"
            })
    void choiceOfTheFirst(String text) {
        assertThat(ChoiceParser.parse(text, PLACES.text(), RULES.text())).hasValue(1);
        assertThat(read(PAIR, 0, text).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B",
                "[B]",
                "b.",
                "The second statement",
                "I prefer B",
                "I choose the latter.",
                "Rules should be kept",
                "I lean towards option B",
                "A is good, but the second statement is nearer to me.",
                "My answer is (B)"
            })
    void choiceOfTheSecond(String text) {
        assertThat(ChoiceParser.parse(text, PLACES.text(), RULES.text())).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A or B",
                "A and B",
                "A/B",
                "Both",
                "Neither of them",
                "It depends",
                "1",
                "C",
                "A good question!",
                "A balance of the two is best.",
                "A. A good life is full of new places.\nB. Rules should be kept.",
                "Answer: A or B",
                "I choose A. I choose B.",
                "I cannot choose A",
                "I would not choose B.",
                "Answer with one letter",
                "Perhaps.",
                "Be kind to others"
            })
    void nothingIsGuessedOfAChoice(String text) {
        assertThat(ChoiceParser.parse(text, PLACES.text(), RULES.text())).isEmpty();
        assertThat(read(PAIR, 0, text).outcome()).isEqualTo(Outcome.UNPARSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4",
                "**4**",
                "Answer: 4",
                "4/6",
                "4 out of 6",
                "4. Because two reasons speak for it and 1 against.",
                "On a scale from 1 to 6, I would give it a 4.",
                "I'd rate it 4.",
                "My rating is 4",
                "4 = agree slightly",
                "(4)",
                "Slightly agree",
                "I agree slightly."
            })
    void ratingOfFour(String text) {
        assertThat(RatingParser.parse(text)).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4-5",
                "4 or 5",
                "between 4 and 5",
                "4.5",
                "4,5",
                "7",
                "0",
                "-",
                "4/10",
                "8 out of 10",
                "44",
                "1 to 6",
                "four",
                "I agree in part",
                "Rating: 4. Rating: 5."
            })
    void nothingIsGuessedOfARating(String text) {
        assertThat(RatingParser.parse(text)).isEmpty();
        assertThat(read(RATED, 0, text).outcome()).isEqualTo(Outcome.UNPARSED);
    }

    @Test
    void whoDeclinesHasRefused() {
        String text = "I'm sorry, but I can't take a position on this.";
        assertThat(read(PAIR, 0, text).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(read(RATED, 0, text).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(read(RATED, 0, "As an AI, I do not have personal opinions.").outcome())
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void statementIsFoundByThePlaceWhereItWasShown() {
        assertThat(read(PAIR, 0, "Rules should be kept.").given()).isEqualTo(2);
        assertThat(read(PAIR, 1, "Rules should be kept.").given()).isEqualTo(1);
    }

    @Test
    void longOrHostileTextIsNoChoice() {
        assertThat(read(PAIR, 0, "<|im_start|>A").outcome()).isEqualTo(Outcome.UNPARSED);
        assertThat(read(PAIR, 0, "x ".repeat(100_000) + "Answer: A").outcome()).isEqualTo(Outcome.UNPARSED);
        assertThat(read(RATED, 0, "4".repeat(1_000)).outcome()).isEqualTo(Outcome.UNPARSED);
    }

    private static ClosedResponse read(Question question, int order, String text) {
        return ClosedInterview.read(question, order, ChatResult.answered(text));
    }
}
