package dev.valuecompass.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.io.ByName;
import java.util.List;
import java.util.Map;

/**
 * Where an item comes from, and which places and times it speaks of.
 *
 * @param generator {@code pool} for starting items, otherwise the generator's name
 * @param parent id of the item or topic it was made from; may be empty
 * @param model id of the model that wrote it; empty for people
 * @param promptDigest SHA-256 of the prompt template; may be empty
 * @param period in which it first appeared, {@code YYYY-MM}
 * @param rewards terms of the informativeness reward by name; may be empty
 * @param grounding the fact on which it rests; null for items that rest on none
 * @param countries that the text or the fact mentions, ISO 3166-1 alpha-2, sorted; empty also where nobody looked
 * @param years that the text or the fact mentions, ascending; empty also where nobody looked
 * @param path forms that an evolved item had, in order, the last one being the item itself; empty for others
 */
@ByName
public record Provenance(
        String generator,
        String parent,
        String model,
        String promptDigest,
        String period,
        Map<String, Double> rewards,
        @JsonInclude(JsonInclude.Include.NON_NULL) Grounding grounding,
        List<String> countries,
        List<Integer> years,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ItemVersion> path) {

    private static final String POOL = "pool";

    /** Lines frozen before places and years were looked for have neither; most items have no path. */
    public Provenance {
        countries = countries == null ? List.of() : List.copyOf(countries);
        years = years == null ? List.of() : List.copyOf(years);
        path = path == null ? List.of() : List.copyOf(path);
    }

    /** Of a starting item. */
    static Provenance ofPool() {
        return new Provenance(POOL, "", "", "", "", Map.of());
    }

    /** Of an item in which nobody has looked for places and years. */
    public Provenance(
            String generator,
            String parent,
            String model,
            String promptDigest,
            String period,
            Map<String, Double> rewards) {
        this(generator, parent, model, promptDigest, period, rewards, null, List.of(), List.of(), List.of());
    }

    /** Whether nobody but people made it what it is. */
    public boolean fromPool() {
        return generator.equals(POOL);
    }

    /** The same origin with another period of first appearance. */
    public Provenance in(String otherPeriod) {
        return ProvenanceFields.copy(this).period(otherPeriod).build();
    }

    /** The same origin with what the text mentions. */
    public Provenance mentioning(List<String> places, List<Integer> times) {
        return ProvenanceFields.copy(this).countries(places).years(times).build();
    }

    /** The same origin on the ground of a fact. */
    public Provenance resting(Grounding ground) {
        return ProvenanceFields.copy(this).grounding(ground).build();
    }

    /** The same origin by way of these forms. */
    public Provenance along(List<ItemVersion> forms) {
        return ProvenanceFields.copy(this).path(forms).build();
    }
}
