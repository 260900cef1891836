package dev.valuecompass.llm.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which values an answer shows. The chance that model m shows value d on a question is
 * {@code logistic(logit(propensity(m, d)) + b(d, question))}, where b, the pull of the question, is the same for all
 * models: normal with standard deviation 1, plus 0.6 when a keyword of the value stands in the question. A {@link Context}
 * replaces propensities; outside of one, models of a panel that agrees say the same.
 */
final class Mind {
    private static final double KEYWORD_PULL = 0.6;
    private static final String ALL = "all";

    private final Panel panel;
    private final FittingContexts contexts;
    private final Dice dice;

    /** A value that is spoken of, and the sentence for it. */
    record Thought(String sentence, boolean shows) {}

    Mind(Panel panel, long seed) {
        this.panel = panel;
        this.contexts = new FittingContexts(panel.contexts());
        this.dice = new Dice(seed);
    }

    /** The thoughts of one answer, in the order in which they are uttered. */
    List<Thought> thoughts(Panel.Member member, PhraseBank bank, String question, int sample) {
        List<Thought> thoughts = new ArrayList<>();
        for (PhraseBank.Phrases phrases : bank.one() ? List.of(subject(bank, question)) : bank.dimensions()) {
            String[] draw = draw(member, bank, phrases, question, sample);
            boolean shows = shows(member, bank, phrases, question, draw);
            if (shows || dice.uniform(with("opposes", draw)) < bank.opposing()) {
                List<String> sentences = new ArrayList<>(shows ? phrases.shows() : phrases.opposes());
                dice.shuffle(sentences, with("sentence", draw));
                sentences
                        .subList(0, bank.one() ? Math.min(2, sentences.size()) : 1)
                        .forEach(sentence -> thoughts.add(new Thought(sentence, shows)));
            }
        }
        if (!bank.one()) {
            String who = own(member, bank.system(), "order", question) ? member.model() : ALL;
            dice.shuffle(thoughts, "order", who, bank.system(), question, "" + sample);
        }
        return thoughts;
    }

    /** Whether an answer shows the value, of which it may or may not be the subject. */
    boolean shows(Panel.Member member, PhraseBank bank, PhraseBank.Phrases phrases, String question, int sample) {
        return speaksOf(bank, phrases, question)
                && shows(member, bank, phrases, question, draw(member, bank, phrases, question, sample));
    }

    /** The expected share of a model's answers to the question that show the value, in [0, 1). */
    double rate(Panel.Member member, PhraseBank bank, PhraseBank.Phrases phrases, String question) {
        if (!speaksOf(bank, phrases, question)) {
            return 0;
        }
        double chance = own(member, bank.system(), phrases.id(), question)
                ? chance(member, bank, phrases, question)
                : usual(bank, phrases, question);
        double told = told(member, bank, phrases);
        return told == 0 ? chance : Panel.logistic(logit(chance) + told);
    }

    private boolean speaksOf(PhraseBank bank, PhraseBank.Phrases phrases, String question) {
        return !bank.one() || subject(bank, question).equals(phrases);
    }

    private boolean shows(
            Panel.Member member, PhraseBank bank, PhraseBank.Phrases phrases, String question, String[] draw) {
        return dice.uniform(with("shows", draw)) < rate(member, bank, phrases, question);
    }

    private String[] draw(
            Panel.Member member, PhraseBank bank, PhraseBank.Phrases phrases, String question, int sample) {
        String who = own(member, bank.system(), phrases.id(), question) ? member.model() : ALL;
        return new String[] {who, bank.system(), phrases.id(), question, "" + sample};
    }

    /** Whether a model speaks its own mind: always where a context touches it, otherwise unless the panel agrees. */
    private boolean own(Panel.Member member, String system, String dimension, String question) {
        return panel.agreement() == 0
                || contexts.propensity(member, system, dimension, question).isPresent()
                || dice.uniform("agrees", member.model(), system, dimension, question) >= panel.agreement();
    }

    /** By how much an {@link Instruction} moves what it would say otherwise, in logits; 0 without one. */
    private double told(Panel.Member member, PhraseBank bank, PhraseBank.Phrases phrases) {
        Panel.Member plain = plain(member);
        return plain == member
                ? 0
                : logit(panel.propensity(member, bank.system(), phrases.id(), dice.seed()))
                        - logit(panel.propensity(plain, bank.system(), phrases.id(), dice.seed()));
    }

    /** The model as it is when nobody tells it what to hold. */
    private Panel.Member plain(Panel.Member member) {
        for (Panel.Member one : panel.members()) {
            if (one == member) {
                return member;
            }
        }
        return panel.member(member.model()).orElse(member);
    }

    private static double logit(double chance) {
        return StrictMath.log(chance / (1 - chance));
    }

    /** In (0, 1). */
    private double chance(Panel.Member member, PhraseBank bank, PhraseBank.Phrases phrases, String question) {
        double propensity = contexts.propensity(member, bank.system(), phrases.id(), question)
                .orElseGet(() -> panel.propensity(plain(member), bank.system(), phrases.id(), dice.seed()));
        return pulled(propensity, bank, phrases, question);
    }

    /** The chance for what all models have in common. */
    private double usual(PhraseBank bank, PhraseBank.Phrases phrases, String question) {
        Panel.Member first = panel.members().get(0);
        return pulled(panel.propensity(first, bank.system(), phrases.id(), dice.seed()), bank, phrases, question);
    }

    private double pulled(double propensity, PhraseBank bank, PhraseBank.Phrases phrases, String question) {
        double pull = dice.normal("pull", bank.system(), phrases.id(), question)
                + (phrases.relevance(question) > 0 ? KEYWORD_PULL : 0);
        return Panel.logistic(logit(propensity) + pull);
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
