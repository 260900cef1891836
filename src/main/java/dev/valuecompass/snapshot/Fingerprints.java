package dev.valuecompass.snapshot;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The digests in a period's fingerprint that follow from the rest of the period. */
public final class Fingerprints {
    /** What the numbers of this program mean. */
    public static final String SCALE = "conformity-percent";

    private Fingerprints() {}

    /** Of the items as they will be frozen: system by system, in the order of their ids. */
    public static String items(List<EvaluatedSystem> evaluated) {
        return ofItems(
                evaluated.stream().flatMap(system -> system.items().stream().sorted(Comparator.comparing(Item::id))));
    }

    /** Of what decides an answer: id, system, dimensions and text. @param items in the order of {@code items.jsonl} */
    public static String ofItems(Stream<Item> items) {
        StringBuilder lines = new StringBuilder();
        items.forEach(item -> lines.append(Json.line(List.of(item.id(), item.system(), item.dimensions(), item.text())))
                .append('\n'));
        return Digest.sha256(lines.toString());
    }

    /**
     * Of how the models were asked: the sampling and, a line for each model that has any, settings of its own.
     *
     * @param parameters as JSON text, as the period publishes them
     */
    public static String sampling(String parameters, List<ModelEntry> models) {
        StringBuilder text = new StringBuilder(parameters);
        models.stream()
                .filter(model -> model.settings() != null)
                .sorted(Comparator.comparing(ModelEntry::id))
                .forEach(model -> text.append('\n')
                        .append(Json.line(List.of(
                                model.id(),
                                model.settings().parameters(),
                                model.settings().systemPrompt()))));
        return Digest.sha256(text.toString());
    }
}
