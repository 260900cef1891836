package dev.valuecompass.items.generator;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Mishap;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.writing.ListReader;
import dev.valuecompass.items.writing.Prose;
import dev.valuecompass.items.writing.WritingModel;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Conditional few-shot generation: a model sees measured items with their power and writes more of a wanted power and
 * dimension. What it proposes is taken only when it has a fitting length, is not a repeat, is not too close to anything
 * published, and the regressor expects at least the wanted power of it.
 */
public final class ItemGenerator {
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_WORDS = 120;
    /** Texts that a request asks for at most. */
    public static final int MOST_IN_A_ROUND = 10;

    private static final int ID_DIGITS = 10;

    private final WritingModel author;
    private final GeneratorPrompt prompt;
    private final List<MeasuredItem> measured;
    private final PowerModel power;
    private final ContaminationGuard guard;
    private final Refusals screened;

    /** @param measured what examples are drawn from @param refusals decide what may be an item */
    public ItemGenerator(
            WritingModel author,
            GeneratorPrompt prompt,
            List<MeasuredItem> measured,
            PowerModel power,
            ContaminationGuard guard,
            Refusals refusals) {
        this.author = author;
        this.prompt = prompt;
        this.measured = List.copyOf(measured);
        this.power = power;
        this.guard = guard;
        this.screened = refusals;
    }

    /** Why a proposal was refused. */
    public enum Refusal {
        /** Shorter than 4 or longer than 120 words. */
        LENGTH,
        /** Markup, addresses or hardly a letter, or nothing that can be read. */
        GARBLED,
        /** It leads elsewhere, exposes somebody or speaks to the model: something that no item may have. */
        UNFIT,
        /** The same text was proposed before. */
        REPEATED,
        /** Too close to a published item or to one that was just taken. */
        KNOWN,
        /** Less power is expected of it than the bar. */
        WEAK
    }

    /**
     * What came of it.
     *
     * @param items taken, in the order of proposal
     * @param proposed how many texts the model wrote
     * @param refused how many of them were refused, by reason
     * @param unfit what was refused for what is in it
     * @param unanswered requests that brought nothing
     * @param bar expected power below which a proposal was refused: the wanted one, or as much as the regressor can tell
     */
    public record Generated(
            List<Item> items,
            int proposed,
            Map<Refusal, Integer> refused,
            Refusals.Tally unfit,
            int unanswered,
            double bar) {}

    /** Asks until there are enough items or the rounds are over. */
    public Generated generate(GenerationRequest wanted) {
        double bar = power.bar(wanted.dimension().id(), wanted.power());
        GenerationRequest judged = new GenerationRequest(wanted.dimension(), bar, wanted.count(), wanted.rounds());
        List<Item> taken = new ArrayList<>();
        Map<Refusal, Integer> refused = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        int proposed = 0;
        int unanswered = 0;
        for (int round = 0; round < wanted.rounds() && taken.size() < wanted.count(); round++) {
            List<MeasuredItem> shots =
                    FewShots.choose(measured, wanted.dimension().id(), wanted.power(), round);
            int ask = Math.min(MOST_IN_A_ROUND, wanted.count() - taken.size());
            Optional<String> answer =
                    author.write(Purpose.GENERATE, prompt.fill(wanted.dimension(), wanted.power(), shots, ask), round);
            List<String> texts = answer.map(ListReader::entries).orElse(List.of());
            unanswered += texts.isEmpty() ? 1 : 0;
            for (String text : texts.subList(0, Math.min(texts.size(), ask))) {
                proposed++;
                take(text, judged, seen, taken, shots).ifPresent(why -> refused.merge(why, 1, Integer::sum));
            }
        }
        return new Generated(
                List.copyOf(taken), proposed, new LinkedHashMap<>(refused), screened.tally(), unanswered, bar);
    }

    /** Takes the text or says why not. One that nobody can read ends itself and not the command. */
    private Optional<Refusal> take(
            String text, GenerationRequest wanted, Set<String> seen, List<Item> taken, List<MeasuredItem> shots) {
        try {
            Optional<Refusal> refusal = refusal(text, wanted, seen);
            if (refusal.isEmpty()) {
                taken.add(item(text, wanted, shots));
                guard.add(text);
            }
            return refusal;
        } catch (RuntimeException | Error e) {
            Mishap.of(e);
            return Optional.of(Refusal.GARBLED);
        }
    }

    private Optional<Refusal> refusal(String text, GenerationRequest wanted, Set<String> seen) {
        int words = ListReader.words(text);
        if (words < FEWEST_WORDS || words > MOST_WORDS) {
            return Optional.of(Refusal.LENGTH);
        }
        if (!Prose.is(text)) {
            return Optional.of(Refusal.GARBLED);
        }
        if (!screened.admits(text, author.id())) {
            return Optional.of(Refusal.UNFIT);
        }
        if (!seen.add(SmallLetters.of(text))) {
            return Optional.of(Refusal.REPEATED);
        }
        if (guard.repeats(text)) {
            return Optional.of(Refusal.KNOWN);
        }
        return power.predict(text, wanted.dimension().id()) < wanted.power()
                ? Optional.of(Refusal.WEAK)
                : Optional.empty();
    }

    private Item item(String text, GenerationRequest wanted, List<MeasuredItem> shots) {
        ValueSystem system = prompt.system();
        String dimension = wanted.dimension().id();
        Item model = shots.isEmpty() ? null : shots.get(0).item();
        Provenance origin = new Provenance(
                "conditional",
                model == null ? "" : model.id(),
                author.id(),
                prompt.digest(),
                "",
                Map.of("expectedPower", power.predict(text, dimension)));
        return new Item(
                system.id() + "-g" + Digest.sha256(text).substring(0, ID_DIGITS),
                system.id(),
                system.measures() == Measures.TARGET ? List.of(dimension) : system.dimensionIds(),
                model == null ? "generated" : model.category(),
                text,
                false,
                origin);
    }
}
