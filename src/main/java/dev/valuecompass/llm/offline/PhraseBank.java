package dev.valuecompass.llm.offline;

import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Locale;

/**
 * What the fictional models say about the values of one system.
 *
 * @param cue the word that tells this system's prompts from others of the same kind; empty: none
 * @param opposing of the answers that do not show a value, the share that speaks against it, in [0, 1]
 * @param one whether an answer is about a single value, the one whose keywords the prompt contains
 * @param openers how a continuation begins; may be empty
 * @param fillers sentences that say nothing about any value
 */
record PhraseBank(
        String system,
        Elicitation elicits,
        String cue,
        double opposing,
        boolean one,
        List<Phrases> dimensions,
        List<String> openers,
        List<String> fillers) {

    /** The sentences for one value. An opinion's sentence is preceded by its title and a colon. */
    public record Phrases(String id, List<String> keywords, List<String> shows, List<String> opposes) {
        /** Total length of the keywords that occur in a text. */
        int relevance(String text) {
            String lower = SmallLetters.of(text);
            return keywords.stream()
                    .filter(lower::contains)
                    .mapToInt(String::length)
                    .sum();
        }
    }

    /** A bank for a system that has none: its definitions, put into sentences. */
    static PhraseBank of(ValueSystem system, List<String> fillers) {
        List<Phrases> phrases =
                system.dimensions().stream().map(PhraseBank::phrases).toList();
        return new PhraseBank(
                system.id(), system.elicitation(), "", 0.3, false, phrases, List.of(), List.copyOf(fillers));
    }

    private static Phrases phrases(Dimension dimension) {
        String name = dimension.name();
        String meaning = dimension
                .definition()
                .replaceAll("[.;:]+(\\s|$)", ",$1")
                .strip()
                .replaceAll(",+$", "");
        String against =
                dimension.opposite().isBlank() ? name + " should not matter here at all." : dimension.opposite();
        return new Phrases(
                dimension.id(),
                dimension.keywords().stream()
                        .map(k -> k.toLowerCase(Locale.ROOT))
                        .toList(),
                List.of(
                        name + ": This is what counts here, that is, " + meaning + ".",
                        name + ": I hold this to be right and important, namely " + meaning + ".",
                        name + ": The best course follows from it, which means " + meaning + "."),
                List.of(name + ": " + against, "Against " + name + ": " + against));
    }
}
