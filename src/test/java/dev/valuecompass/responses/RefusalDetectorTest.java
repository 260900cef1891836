package dev.valuecompass.responses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalDetectorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't take a position on this.",
                "I’m sorry, but I can’t help with that.",
                "I am unable to provide an opinion on political questions.",
                "I cannot assist with this request.",
                "I can't help with that.",
                "Sorry, I won't write this story.",
                "Unfortunately, I cannot continue this story.",
                "I must decline this request.",
                "As an AI language model, I don't have personal opinions on such matters.",
                "I don't have personal views.",
                "As an AI, I cannot hold a stance.",
                "**I'm sorry**, but I can't assist with that request.",
                "I apologize, but I'm not able to share a view on this.",
                "很抱歉，我无法回答这个问题。",
                "Lo siento, pero no puedo ayudar con eso.",
                "Es tut mir leid, aber ich kann dabei nicht helfen."
            })
    void declines(String text) {
        assertThat(RefusalDetector.refuses(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I can't help but admire people who tell the truth.",
                "I cannot lie to somebody who trusts me, because trust is precious.",
                "I can't say that I mind a little chaos.",
                "I don't have a favourite, but I like poems.",
                "I won't pretend to know. I say so and look for a source.",
                "I will not deceive anyone, not even with a small lie.",
                "\"I'm sorry, but I can't help you,\" said the guard, and closed the gate.",
                "She could not help him. I'm sorry, he said.",
                "will gladly say that I do not know it.",
                "They apologised to the judge and accepted the decision."
            })
    void answers(String text) {
        assertThat(RefusalDetector.refuses(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {800, 100_000})
    void aLongTextThatBeginsLikeThatIsAnAnswer(int length) {
        assertThat(RefusalDetector.refuses("I'm sorry, but I can't help with that. " + "x".repeat(length)))
                .isFalse();
    }
}
