package dev.valuecompass.llm.offline;

import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a fictional model judges whether a text shows a value: it knows the panel's sentences and errs now and then. A text
 * that shows none of them does not show the value.
 */
final class SimulatedVerdict {
    private static final double ERRORS = 0.03;

    private static final Pattern FORM = Pattern.compile("(?m)^(VERDICT[^:\\n]{0,60}):(.*\\bYES\\b.*)$");

    private final PhraseBankReader banks;
    private final Theory theory;
    private final Dice dice;

    private record KnownValue(PhraseBank bank, PhraseBank.Phrases phrases) {}

    SimulatedVerdict(PhraseBankReader banks, Theory theory, Dice dice) {
        this.banks = banks;
        this.theory = theory;
        this.dice = dice;
    }

    /**
     * The verdict, in the line that the prompt asks for ({@code VERDICT code: YES}), or else as a bare {@code Yes} or
     * {@code No}; empty when the prompt names no value that is known.
     */
    Optional<String> on(String model, String prompt) {
        return asked(prompt).map(asked -> {
            boolean shows = contains(prompt, asked.phrases().shows());
            boolean against = !shows && contains(prompt, asked.phrases().opposes());
            boolean errs = dice.uniform("judge", model, prompt) < ERRORS;
            Matcher form = FORM.matcher(prompt);
            if (!form.find()) {
                return shows != errs ? "Yes" : "No";
            }
            String verdict =
                    shows != errs ? "YES" : against && !errs && form.group(2).contains("AGAINST") ? "AGAINST" : "NO";
            return "I looked for the value in what the text says.\n" + form.group(1) + ": " + verdict;
        });
    }

    private static boolean contains(String prompt, List<String> sentences) {
        return sentences.stream().map(AnswerWriter::body).anyMatch(prompt::contains);
    }

    /** The value whose definition stands in the prompt; failing that, the one whose name comes first. */
    private Optional<KnownValue> asked(String prompt) {
        Map<Integer, KnownValue> byPlace = new TreeMap<>();
        String lower = SmallLetters.of(prompt);
        for (PhraseBank bank : banks.all()) {
            ValueSystem system = theory.system(bank.system());
            for (PhraseBank.Phrases phrases : bank.dimensions()) {
                Dimension dimension = system.dimension(phrases.id()).orElseThrow();
                if (prompt.contains(dimension.definition())) {
                    return Optional.of(new KnownValue(bank, phrases));
                }
                int place = lower.indexOf(dimension.name().toLowerCase(Locale.ROOT));
                if (place >= 0) {
                    byPlace.putIfAbsent(place, new KnownValue(bank, phrases));
                }
            }
        }
        return byPlace.values().stream().findFirst();
    }
}
