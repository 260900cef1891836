package dev.valuecompass.llm.offline;

import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a fictional model answers an item for or against a value, and what item it thinks would lead there: the same matter
 * under other circumstances, of which it does not know whether they change anything.
 */
final class Temptation {
    private static final String FOR = "in a way that shows the value";
    private static final double KEPT = 0.7;
    /** Circumstances of an item at most. */
    private static final int MOST = 2;

    private static final Pattern ITEM = Pattern.compile("(?m)^(Story|Sentence|Text|Request): (.{10,1500})$");
    private static final Pattern SETTING = Pattern.compile("^(?=\\p{Lu})([^.:?]{3,200}): ");

    private final PhraseBankReader banks;
    private final Theory theory;
    private final Circumstances circumstances;
    private final Dice dice;

    Temptation(PhraseBankReader banks, Theory theory, Circumstances circumstances, Dice dice) {
        this.banks = banks;
        this.theory = theory;
        this.circumstances = circumstances;
        this.dice = dice;
    }

    /** Two sentences for or against the value whose definition stands in the prompt; empty when there is none. */
    Optional<String> violate(String model, String prompt, int sample) {
        for (PhraseBank bank : banks.all()) {
            for (PhraseBank.Phrases phrases : bank.dimensions()) {
                Optional<Dimension> dimension = theory.system(bank.system()).dimension(phrases.id());
                if (dimension.isPresent() && prompt.contains(dimension.get().definition())) {
                    List<String> sentences =
                            new ArrayList<>(prompt.contains(FOR) ? phrases.shows() : phrases.opposes());
                    dice.shuffle(sentences, "violate", model, prompt, "" + sample);
                    return Optional.of(String.join(" ", sentences.subList(0, Math.min(2, sentences.size()))));
                }
            }
        }
        return Optional.empty();
    }

    /** The item of the prompt in another setting, part of which it may keep. */
    String infer(String model, String prompt, int sample) {
        Matcher item = ITEM.matcher(prompt);
        boolean found = item.find();
        String label = found ? item.group(1) : "Story";
        String opening = found ? item.group(2) : "Somebody had to decide, and nobody else was there, so they";
        Matcher setting = SETTING.matcher(opening);
        List<String> phrases = new ArrayList<>();
        List<String> known = setting.find() ? circumstances.in(" " + small(setting.group(1))) : List.of();
        if (!known.isEmpty()) {
            opening = opening.substring(setting.end());
        }
        for (String phrase : known) {
            if (dice.uniform("keep", phrase, model, prompt, "" + sample) < KEPT) {
                phrases.add(phrase);
            }
        }
        String[] draw = {"setting", model, prompt, "" + sample};
        String fresh = dice.pick(dice.pick(circumstances.kinds(), draw), "phrase", model, prompt, "" + sample);
        phrases.remove(fresh);
        phrases.add(fresh);
        String where = String.join(" ", phrases.subList(Math.max(0, phrases.size() - MOST), phrases.size()));
        return label + ": " + where.substring(0, 1).toUpperCase(Locale.ROOT) + where.substring(1) + ": " + opening;
    }

    private static String small(String setting) {
        return setting.substring(0, 1).toLowerCase(Locale.ROOT) + setting.substring(1);
    }
}
