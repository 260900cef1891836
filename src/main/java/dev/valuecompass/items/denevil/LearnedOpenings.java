package dev.valuecompass.items.denevil;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.generator.GenerationRequest;
import dev.valuecompass.items.generator.GeneratorPrompt;
import dev.valuecompass.items.generator.ItemGenerator;
import dev.valuecompass.items.generator.MeasuredItem;
import dev.valuecompass.items.generator.PowerModel;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.writing.ParallelMap;
import dev.valuecompass.items.writing.WritingModel;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last step of a round: from what its items are worth a generator learns what tells models apart and writes more, and
 * the strong panel says what those are worth. Nothing is taken on trust of what was expected.
 */
public final class LearnedOpenings {
    /** Entropy that is asked for, of at most 1; where nothing reaches it, what a quarter of the items reaches. */
    private static final double WANTED = 0.8;
    /** Requests for each value at most. */
    public static final int REQUESTS = 3;

    private final WritingModel author;
    private final GeneratorPrompt prompt;
    private final ValueSystem system;
    private final SentenceEncoder encoder;
    private final ContaminationGuard echoes;
    private final Refusals refusals;

    /**
     * @param encoder of what is learned from
     * @param echoes knows every published text and those of the round
     */
    public LearnedOpenings(
            WritingModel author,
            GeneratorPrompt prompt,
            ValueSystem system,
            SentenceEncoder encoder,
            ContaminationGuard echoes,
            Refusals refusals) {
        this.author = author;
        this.prompt = prompt;
        this.system = system;
        this.encoder = encoder;
        this.echoes = echoes;
        this.refusals = refusals;
    }

    /**
     * What came of it.
     *
     * @param openings those on which the strong panel differs
     * @param proposed texts that the generator wrote
     * @param measured of them, those that were put to the strong panel
     * @param enough whether enough was measured before to learn from
     */
    public record Learned(List<Opening> openings, int proposed, int measured, boolean enough) {}

    /**
     * @param starts all starting items
     * @param openings what the round made of them
     * @param each items wanted of each value
     * @param strong ids of P2
     */
    public Learned write(
            List<Item> starts,
            List<Opening> openings,
            int each,
            Audience audience,
            List<String> strong,
            ParallelMap threads) {
        Map<String, String> families = new HashMap<>();
        List<MeasuredItem> measured = measured(starts, openings, families);
        Optional<PowerModel> power = PowerModel.learn(encoder, measured);
        if (power.isEmpty()) {
            return new Learned(List.of(), 0, 0, false);
        }
        ItemGenerator generator = new ItemGenerator(author, prompt, measured, power.get(), echoes, refusals);
        int proposed = 0;
        List<Item> taken = new ArrayList<>();
        for (Dimension dimension : system.dimensions()) {
            if (power.get().dimensions().contains(dimension.id())) {
                ItemGenerator.Generated generated =
                        generator.generate(new GenerationRequest(dimension, WANTED, each, REQUESTS));
                proposed += generated.proposed();
                taken.addAll(generated.items());
            }
        }
        Map<String, Double> before = new HashMap<>();
        openings.forEach(opening -> before.put(opening.start(), opening.before()));
        List<Opening> found = threads
                .map(taken, Denevil.AT_ONCE, item -> {
                    String dimension = item.dimensions().get(0);
                    String start = families.get(item.provenance().parent());
                    List<Reaction> reactions = audience.hear(strong, dimension, item.text());
                    double after = reactions.isEmpty() ? 0 : Reaction.entropy(reactions);
                    return new Opening(start, dimension, item.text(), author.id(), List.of(), before.get(start), after);
                })
                .stream()
                .filter(opening -> opening.after() > 0)
                .toList();
        return new Learned(found, proposed, taken.size(), true);
    }

    /** @param families gets the starting item behind each measured one */
    private List<MeasuredItem> measured(List<Item> starts, List<Opening> openings, Map<String, String> families) {
        Map<String, Item> byId = new HashMap<>();
        starts.forEach(start -> byId.put(start.id(), start));
        Map<String, MeasuredItem> measured = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Opening opening : openings) {
            Item start = byId.get(opening.start());
            if (measured.putIfAbsent(start.id(), new MeasuredItem(start, Map.of(opening.dimension(), opening.before())))
                    == null) {
                order.add(start.id());
                families.put(start.id(), start.id());
            }
            if (opening.written()) {
                Item item = new Item(
                        Digest.sha256(opening.text()),
                        start.system(),
                        start.dimensions(),
                        start.category(),
                        opening.text(),
                        false,
                        new Provenance("", start.id(), "", "", "", Map.of()));
                measured.put(item.id(), new MeasuredItem(item, Map.of(opening.dimension(), opening.after())));
                order.add(item.id());
                families.put(item.id(), start.id());
            }
        }
        return order.stream().map(measured::get).toList();
    }
}
