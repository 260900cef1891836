package dev.valuecompass.snapshot.proof;

import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Whether a period is of the kind that it says: an imported one has figures and nothing that they follow from, an
 * evaluated one has all of that for every model. So no period loses its labels without becoming another kind in full.
 */
final class OriginProof {
    private static final String FILE = PeriodFiles.SNAPSHOT;
    private static final int A_DIGEST = 64;

    private OriginProof() {}

    /** Whether there are labels that the rest of the period can be held against. */
    static boolean evaluated(PeriodRecord record, int version, ProofVerdict verdict) {
        if (record.snapshot().origin().imported()) {
            imported(record, verdict);
            return false;
        }
        boolean complete = complete(record, verdict);
        if (complete) {
            synthetic(record.snapshot(), version, verdict);
        }
        return complete;
    }

    private static void imported(PeriodRecord record, ProofVerdict verdict) {
        Snapshot snapshot = record.snapshot();
        String traces = traces(record).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        verdict.holds(FILE, traces.isEmpty(), "origin.kind is imported, but only an evaluated period has " + traces);
        verdict.holds(
                FILE, !snapshot.origin().source().isBlank(), "origin.kind is imported, but origin.source names nobody");
        verdict.open("imported from " + snapshot.origin().source()
                + ": no labels are published with it, so not one of its scores can be recomputed");
    }

    /** What this program writes for what it evaluated, and no import has. */
    private static Map<String, Boolean> traces(PeriodRecord record) {
        Snapshot s = record.snapshot();
        Map<String, Boolean> traces = new LinkedHashMap<>();
        traces.put("labels", !record.labels().isEmpty());
        traces.put("run", s.run() != null);
        traces.put("recognizers", !s.recognizers().isEmpty());
        traces.put("digests in its fingerprint", s.fingerprint().items().length() == A_DIGEST);
        traces.put("models with a source", s.models().stream().anyMatch(model -> model.source() != null));
        traces.put(
                "scores with counts or win rates",
                s.systems().stream()
                        .flatMap(result -> result.scores().stream())
                        .anyMatch(cell -> cell.counts() != null || cell.winRate() != null));
        traces.put(
                "items with entropies",
                record.items().stream().anyMatch(item -> !item.entropy().isEmpty()));
        traces.put("evolution", s.systems().stream().anyMatch(result -> result.evolution() != null));
        return traces;
    }

    private static boolean complete(PeriodRecord record, ProofVerdict verdict) {
        Snapshot snapshot = record.snapshot();
        int before = verdict.wrongs().size();
        verdict.holds(FILE, snapshot.run() != null, "the period was evaluated, but does not say how: run is missing");
        verdict.holds(
                FILE,
                !snapshot.recognizers().isEmpty(),
                "the period was evaluated, but by no recogniser: card missing");
        List<String> unlabelled = snapshot.models().stream()
                .map(ModelEntry::id)
                .filter(model -> record.labels().getOrDefault(model, List.of()).isEmpty())
                .toList();
        verdict.holds(
                PeriodFiles.LABELS,
                unlabelled.isEmpty(),
                "the period was evaluated, but the labels of " + String.join(", ", unlabelled) + " are missing");
        return verdict.wrongs().size() == before;
    }

    private static void synthetic(Snapshot snapshot, int version, ProofVerdict verdict) {
        List<String> sources =
                snapshot.models().stream().map(ModelEntry::source).toList();
        if (version == 1) {
            verdict.open("synthetic: version 1 does not say how each model's answers came");
        } else if (sources.stream().anyMatch(Objects::isNull)) {
            verdict.wrong(FILE, "a model does not say how its answers came: source is null");
        } else {
            boolean simulated = sources.contains(ModelEntry.SIMULATED);
            verdict.holds(
                    FILE,
                    snapshot.synthetic() == simulated,
                    "synthetic is " + snapshot.synthetic() + ", but "
                            + (simulated ? "a model's source is simulated" : "no model's source is simulated"));
        }
    }
}
