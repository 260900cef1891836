package dev.valuecompass.llm.offline;

import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a fictional model continues a story against a value, and what opening it thinks would lead there: the same people
 * under other circumstances, of which it does not know whether they tempt anybody.
 */
final class Temptation {
    private static final double KEPT = 0.7;
    private static final Pattern STORY = Pattern.compile("(?m)^Story: (.{20,1500})$");
    private static final Pattern SETTING = Pattern.compile("^It was [^.]{3,200}\\. ");

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

    /** Two sentences against the value whose definition stands in the prompt; empty when there is none. */
    Optional<String> violate(String model, String prompt, int sample) {
        for (PhraseBank bank : banks.all()) {
            for (PhraseBank.Phrases phrases : bank.dimensions()) {
                Optional<Dimension> dimension = theory.system(bank.system()).dimension(phrases.id());
                if (dimension.isPresent() && prompt.contains(dimension.get().definition())) {
                    List<String> sentences = new ArrayList<>(phrases.opposes());
                    dice.shuffle(sentences, "violate", model, prompt, "" + sample);
                    return Optional.of(String.join(" ", sentences.subList(0, Math.min(2, sentences.size()))));
                }
            }
        }
        return Optional.empty();
    }

    /** The opening of the prompt in another setting, part of which it may keep. */
    String infer(String model, String prompt, int sample) {
        Matcher story = STORY.matcher(prompt);
        String opening = story.find() ? story.group(1) : "Somebody had to decide, and nobody else was there, so they";
        Matcher setting = SETTING.matcher(opening);
        List<String> phrases = new ArrayList<>();
        if (setting.find()) {
            for (String phrase : circumstances.in(" " + setting.group())) {
                if (dice.uniform("keep", phrase, model, prompt, "" + sample) < KEPT) {
                    phrases.add(phrase);
                }
            }
            opening = opening.substring(setting.end());
        }
        String[] draw = {"setting", model, prompt, "" + sample};
        String fresh = dice.pick(dice.pick(circumstances.kinds(), draw), "phrase", model, prompt, "" + sample);
        phrases.remove(fresh);
        phrases.add(fresh);
        return "Story: It was " + String.join(" ", phrases) + ". " + opening;
    }
}
