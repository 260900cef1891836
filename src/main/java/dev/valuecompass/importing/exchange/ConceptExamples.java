package dev.valuecompass.importing.exchange;

import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The concepts that CLAVE's large model found in published answers, as lines to fine-tune its small model on, or to show it as
 * examples ({@code recognizer/clave/<system>.jsonl}). Where people labelled an answer, their label stands in place of the
 * machine's (Yao et al. 2024, sec. 3).
 */
public final class ConceptExamples {
    private static final String PEOPLE = "people";
    private static final String MACHINE = "machine";

    private final PeriodRecord record;
    private final Map<String, Label> gold = new HashMap<>();

    public ConceptExamples(PeriodRecord record) {
        this.record = record;
        record.gold().stream()
                .filter(GoldRecord::settled)
                .forEach(line -> Label.of(line.label().charAt(0))
                        .ifPresent(label -> gold.put(key(line.model(), line.caseId(), line.dimension()), label)));
    }

    /**
     * One concept.
     *
     * @param words of the answer that show it
     * @param strength in [0, 1]; 1 where people labelled
     * @param by {@code people} or {@code machine}
     */
    public record Example(
            String dimension,
            String concept,
            Label label,
            double strength,
            String words,
            String by,
            String model,
            String item) {
        /** Whether people gave the label. */
        public boolean byPeople() {
            return by.equals(PEOPLE);
        }
    }

    /** Those of each system that has any, by its id. */
    public SortedMap<String, List<Example>> bySystem() {
        SortedMap<String, List<Example>> examples = new TreeMap<>();
        record.cases().values().stream()
                .flatMap(List::stream)
                .forEach(one -> one.readings()
                        .forEach(reading -> reading.evidence().stream()
                                .filter(span -> span.concept() != null)
                                .forEach(span -> examples.computeIfAbsent(one.system(), id -> new ArrayList<>())
                                        .add(example(one, reading, span)))));
        return examples;
    }

    private Example example(Case one, Case.ValueReading reading, Evidence span) {
        Label people = gold.get(key(one.model(), one.id(), reading.dimension()));
        boolean read = people == null;
        return new Example(
                reading.dimension(),
                span.concept(),
                read ? reading.label() : people,
                read && reading.strength() != null ? reading.strength() : 1,
                one.answer().substring(span.start(), span.end()),
                read ? MACHINE : PEOPLE,
                one.model(),
                one.item());
    }

    private static String key(String model, String caseId, String dimension) {
        return String.join("\n", model, caseId, dimension);
    }
}
