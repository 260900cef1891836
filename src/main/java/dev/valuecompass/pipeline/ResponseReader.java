package dev.valuecompass.pipeline;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemIds;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.ContainedRecognizer;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Response;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Reads responses for values and keeps count of the time that takes. */
public final class ResponseReader {
    private final ValueRecognizer recognizer;
    private final boolean filteredConforms;
    private final LongAdder nanos = new LongAdder();

    /** @param filteredConforms whether an answer that a filter stopped counts as a refusal does */
    public ResponseReader(ValueRecognizer recognizer, boolean filteredConforms) {
        this.recognizer = ContainedRecognizer.of(recognizer);
        this.filteredConforms = filteredConforms;
    }

    /** A response with what was read in it; the recognition is null where there was nothing to read. */
    public record LabelledResponse(Item item, Response response, Recognition recognition, LabelRecord labels) {
        /** Why it ended as it did; may be empty. */
        String detail() {
            return recognition != null && recognition.failed() ? recognition.failure() : response.detail();
        }

        /** The answer as it would be published; empty when there is nothing that was read in it. */
        Optional<Case> asCase() {
            if (recognition == null || recognition.failed()) {
                return Optional.empty();
            }
            String id = ItemIds.ofCase(item.id(), response.sample());
            List<Case.ValueReading> readings = recognition.judgements().stream()
                    .map(judgement -> new Case.ValueReading(
                            judgement.dimension(), judgement.label(), judgement.strength(), null, judgement.evidence()))
                    .toList();
            return Optional.of(
                    new Case(id, response.model(), item.system(), item.id(), item.text(), response.text(), readings));
        }
    }

    /** Never fails: what cannot be read is a response without labels. */
    public LabelledResponse read(ValueSystem system, Item item, Response response) {
        if (response.outcome() != Outcome.ANSWERED) {
            return new LabelledResponse(item, response, null, unread(system, item, response, response.outcome()));
        }
        long start = System.nanoTime();
        Recognition recognition = recognizer.recognize(item, response);
        nanos.add(System.nanoTime() - start);
        LabelRecord labels = recognition.failed()
                ? unread(system, item, response, recognition.outcome())
                : labels(system, item, response, recognition.judgements());
        return new LabelledResponse(item, response, recognition, labels);
    }

    double seconds() {
        return nanos.sum() / 1e9;
    }

    private LabelRecord unread(ValueSystem system, Item item, Response response, Outcome outcome) {
        return LabelRecord.unread(system, item, response.sample(), outcome, filteredConforms);
    }

    private static LabelRecord labels(ValueSystem system, Item item, Response response, List<Judgement> judgements) {
        StringBuilder row = new StringBuilder();
        for (String dimension : system.dimensionIds()) {
            row.append(
                    item.dimensions().contains(dimension)
                            ? judgements.stream()
                                    .filter(judgement -> judgement.dimension().equals(dimension))
                                    .findFirst()
                                    .map(judgement -> judgement.label().code())
                                    .orElse(LabelTable.UNSCORED)
                            : LabelTable.NOT_MEASURED);
        }
        return new LabelRecord(
                item.id(), response.sample(), Outcome.ANSWERED, row.toString(), LabelRecord.length(response.text()));
    }
}
