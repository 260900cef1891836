package dev.valuecompass.snapshot.store;

import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.Snapshot;

/** What a period would be had an older version frozen it, so that the same results are known again. */
final class OlderForm {
    private OlderForm() {}

    /** Without what version 1 did not write down. @param frozen by version 1 */
    static PeriodRecord first(PeriodRecord record, Snapshot frozen) {
        Snapshot s = record.snapshot();
        Fingerprint f = s.fingerprint();
        return record.withSnapshot(new Snapshot(
                s.schemaVersion(),
                s.period(),
                s.revision(),
                s.synthetic(),
                s.origin(),
                // Its digest is over the items in an order that is not kept; the items themselves are compared.
                new Fingerprint(frozen.fingerprint().items(), f.recognizer(), f.prompts(), f.sampling(), f.scale()),
                s.title(),
                s.systems(),
                s.models().stream().map(OlderForm::first).toList(),
                s.notEvaluated(),
                s.recognizers(),
                first(s.run()),
                s.cultureFigures(),
                s.errata()));
    }

    private static ModelEntry first(ModelEntry m) {
        return new ModelEntry(
                m.id(),
                m.name(),
                m.developer(),
                m.country(),
                m.family(),
                m.open(),
                m.reasoning(),
                m.released(),
                m.licence(),
                m.sizeBillions(),
                m.price(),
                m.website(),
                m.report(),
                m.notes());
    }

    private static RunProvenance first(RunProvenance r) {
        return r == null
                ? null
                : new RunProvenance(
                        r.program(),
                        r.configDigest(),
                        r.seed(),
                        r.scoring(),
                        r.samples(),
                        r.sampling(),
                        r.promptTokens(),
                        r.completionTokens(),
                        r.dollars(),
                        null,
                        r.estimatedDollars());
    }
}
