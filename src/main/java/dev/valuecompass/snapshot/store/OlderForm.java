package dev.valuecompass.snapshot.store;

import dev.valuecompass.scores.statistics.RecognizerError;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.PeriodFreezer;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.RunProvenanceFields;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.SystemResult;

/** What a period would be had an older version frozen it, so that the same results are known again. */
final class OlderForm {
    private OlderForm() {}

    /** As version 2 scored and told it. @param frozen by version 2 or 1 */
    static PeriodRecord second(PeriodRecord record, Snapshot frozen) {
        Snapshot s = record.snapshot();
        RunProvenance run = s.run() == null || frozen.run() == null ? s.run() : second(s.run(), frozen.run());
        boolean scoredAnew = run != null && !run.scoring().equals(s.run().scoring());
        return record.withSnapshot(SnapshotFields.copy(s)
                .systems(s.systems().stream()
                        .map(result -> second(scoredAnew ? scored(record, run, result) : result))
                        .toList())
                .run(run)
                .build());
    }

    /** Without what version 1 did not write down. @param frozen by version 1 */
    static PeriodRecord first(PeriodRecord record, Snapshot frozen) {
        PeriodRecord second = second(record, frozen);
        Snapshot s = second.snapshot();
        Fingerprint f = s.fingerprint();
        return second.withSnapshot(SnapshotFields.copy(s)
                .previous(null)
                .fingerprint(new Fingerprint(
                        frozen.fingerprint().items(), f.recognizer(), f.prompts(), f.sampling(), f.scale()))
                .models(s.models().stream().map(OlderForm::first).toList())
                .run(first(s.run()))
                .build());
    }

    private static SystemResult scored(PeriodRecord record, RunProvenance run, SystemResult result) {
        Snapshot s = record.snapshot();
        return new PeriodFreezer(run.scoring(), run.seed())
                .result(
                        EvaluatedSystem.of(record, result.system()),
                        RecognizerError.of(
                                s.recognizers(),
                                s.fingerprint().recognizer(),
                                result.system().id()))
                .with(result.evolution());
    }

    private static SystemResult second(SystemResult result) {
        return new SystemResult(result.system(), result.items(), result.scores(), null, result.evolution());
    }

    private static RunProvenance second(RunProvenance r, RunProvenance frozen) {
        return RunProvenanceFields.copy(r)
                .scoring(frozen.scoring())
                .filteredConforms(null)
                .build();
    }

    private static ModelEntry first(ModelEntry m) {
        return ModelEntryFields.copy(m).source(null).build();
    }

    private static RunProvenance first(RunProvenance r) {
        return r == null
                ? null
                : RunProvenanceFields.copy(r).casesPerDimension(null).build();
    }
}
