package dev.valuecompass.llm.simulated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which values an answer shows. The chance that model m shows value d on a question is
 * {@code logistic(logit(propensity(m, d)) + b(d, question))}, where b, the pull of the question, is the same for all
 * models: normal with standard deviation 1, plus 0.6 when a keyword of the value stands in the question.
 */
final class Mind {
    private static final double KEYWORD_PULL = 0.6;

    private final Panel panel;
    private final Dice dice;

    /** A value that is spoken of, and the sentence for it. */
    record Thought(String sentence, boolean shows) {}

    Mind(Panel panel, long seed) {
        this.panel = panel;
        this.dice = new Dice(seed);
    }

    /** The thoughts of one answer, in the order in which they are uttered. */
    List<Thought> thoughts(Panel.Member member, PhraseBank bank, String question, int sample) {
        List<Thought> thoughts = new ArrayList<>();
        for (PhraseBank.Phrases phrases : bank.one() ? List.of(subject(bank, question)) : bank.dimensions()) {
            String[] draw = {member.model(), bank.system(), phrases.id(), question, "" + sample};
            boolean shows = dice.uniform(with("shows", draw)) < chance(member, bank, phrases, question);
            if (shows || dice.uniform(with("opposes", draw)) < bank.opposing()) {
                List<String> sentences = new ArrayList<>(shows ? phrases.shows() : phrases.opposes());
                dice.shuffle(sentences, with("sentence", draw));
                sentences
                        .subList(0, bank.one() ? Math.min(2, sentences.size()) : 1)
                        .forEach(sentence -> thoughts.add(new Thought(sentence, shows)));
            }
        }
        if (!bank.one()) {
            dice.shuffle(thoughts, "order", member.model(), bank.system(), question, "" + sample);
        }
        return thoughts;
    }

    /** In (0, 1). */
    double chance(Panel.Member member, PhraseBank bank, PhraseBank.Phrases phrases, String question) {
        double propensity = panel.propensity(member, bank.system(), phrases.id(), dice.seed());
        double pull = dice.normal("pull", bank.system(), phrases.id(), question)
                + (phrases.relevance(question) > 0 ? KEYWORD_PULL : 0);
        return Panel.logistic(Math.log(propensity / (1 - propensity)) + pull);
    }

    /** The value that the question is about, as far as its keywords tell; the same for every model. */
    private PhraseBank.Phrases subject(PhraseBank bank, String question) {
        return bank.dimensions().stream()
                .max(Comparator.<PhraseBank.Phrases>comparingInt(phrases -> phrases.relevance(question))
                        .thenComparingDouble(phrases -> dice.uniform("subject", phrases.id(), question)))
                .orElseThrow();
    }

    private static String[] with(String first, String[] rest) {
        List<String> all = new ArrayList<>(List.of(rest));
        all.add(0, first);
        return all.toArray(String[]::new);
    }
}
