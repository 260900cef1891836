package dev.valuecompass.snapshot.store;

import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.RunProvenanceFields;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;

/** What a period would be had an older version frozen it, so that the same results are known again. */
final class OlderForm {
    private OlderForm() {}

    /** Without what version 1 did not write down. @param frozen by version 1 */
    static PeriodRecord first(PeriodRecord record, Snapshot frozen) {
        Snapshot s = record.snapshot();
        Fingerprint f = s.fingerprint();
        return record.withSnapshot(SnapshotFields.copy(s)
                .previous(null)
                .fingerprint(new Fingerprint(
                        frozen.fingerprint().items(), f.recognizer(), f.prompts(), f.sampling(), f.scale()))
                .models(s.models().stream().map(OlderForm::first).toList())
                .run(first(s.run()))
                .build());
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
