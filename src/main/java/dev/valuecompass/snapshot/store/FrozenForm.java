package dev.valuecompass.snapshot.store;

import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.RunProvenanceFields;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.Snapshot.Origin;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.SystemResult;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a period would be had it been frozen when the frozen one was: with its place in the chain, the texts of its site,
 * the program, what it cost, and prices, none of which decides a figure. What differs then is a change of the period.
 */
final class FrozenForm {
    private static final Map<String, String> WORDS = Map.of(
            "fingerprint.items", "other items would be asked",
            "fingerprint.prompts", "the prompts are others",
            "fingerprint.recognizer", "another recogniser, or another version of it, would read",
            "run.configDigest", "a model, a role, a pool, a number of items or how items evolve is another");

    private FrozenForm() {}

    static PeriodRecord of(PeriodRecord record, PeriodRecord frozen) {
        return new PeriodRecord(
                of(record.snapshot(), frozen.snapshot()), record.items(), labels(record, frozen), record.cases());
    }

    /** Without the lengths of answers where the frozen period has none. */
    private static Map<String, List<LabelRecord>> labels(PeriodRecord record, PeriodRecord frozen) {
        if (frozen.labels().values().stream().flatMap(List::stream).anyMatch(row -> row.length() != null)) {
            return record.labels();
        }
        SortedMap<String, List<LabelRecord>> labels = new TreeMap<>();
        record.labels()
                .forEach((model, rows) -> labels.put(
                        model, rows.stream().map(LabelRecord::withoutLength).toList()));
        return labels;
    }

    private static Snapshot of(Snapshot given, Snapshot frozen) {
        Snapshot revised = given.revision() == 1 && frozen.revision() > 1
                ? given.withRevision(frozen.revision(), frozen.errata())
                : given;
        Origin origin = revised.origin();
        return SnapshotFields.copy(revised.after(frozen.previous()))
                .title(frozen.title())
                .origin(new Origin(
                        origin.kind(), origin.source(), frozen.origin().licence()))
                .models(revised.models().stream()
                        .map(model -> priced(model, frozen))
                        .toList())
                .run(revised.run() == null || frozen.run() == null ? revised.run() : of(revised.run(), frozen.run()))
                .build();
    }

    private static ModelEntry priced(ModelEntry model, Snapshot frozen) {
        return frozen.models().stream()
                .filter(known -> known.id().equals(model.id()))
                .findFirst()
                .map(known -> ModelEntryFields.copy(model).price(known.price()).build())
                .orElse(model);
    }

    private static RunProvenance of(RunProvenance run, RunProvenance frozen) {
        return RunProvenanceFields.copy(run)
                .program(frozen.program())
                .configDigest(told(frozen) && told(run) ? run.configDigest() : frozen.configDigest())
                .promptTokens(frozen.promptTokens())
                .completionTokens(frozen.completionTokens())
                .dollars(frozen.dollars())
                .estimatedDollars(frozen.estimatedDollars())
                .build();
    }

    private static boolean told(RunProvenance run) {
        return run.configDigest().startsWith(RunProvenance.SETTINGS);
    }

    /** What is known before anything is asked, in the form of the frozen period; what that does not tell is not compared. */
    static Snapshot known(Snapshot frame, Snapshot frozen) {
        Snapshot same = of(frame, frozen);
        Fingerprint now = same.fingerprint();
        Fingerprint then = frozen.fingerprint();
        return SnapshotFields.copy(same)
                .fingerprint(new Fingerprint(
                        now.items().isEmpty() ? then.items() : now.items(),
                        now.recognizer(),
                        now.prompts(),
                        now.sampling(),
                        now.scale()))
                .models(same.models().stream()
                        .map(model -> frozen.models().stream().allMatch(known -> known.source() == null)
                                ? ModelEntryFields.copy(model).source(null).build()
                                : model)
                        .toList())
                .recognizers(frozen.recognizers())
                .run(same.run() == null || frozen.run() == null ? same.run() : known(same.run(), frozen.run()))
                .build();
    }

    /** What older versions did not write down. */
    private static RunProvenance known(RunProvenance run, RunProvenance frozen) {
        return RunProvenanceFields.copy(run)
                .casesPerDimension(frozen.casesPerDimension() == null ? null : run.casesPerDimension())
                .filteredConforms(frozen.filteredConforms() == null ? null : run.filteredConforms())
                .scoring(frozen.filteredConforms() == null ? frozen.scoring() : run.scoring())
                .build();
    }

    static Snapshot withDigestsOf(Snapshot now, Snapshot frozen) {
        return SnapshotFields.copy(now)
                .fingerprint(frozen.fingerprint())
                .run(
                        now.run() == null || frozen.run() == null
                                ? now.run()
                                : RunProvenanceFields.copy(now.run())
                                        .configDigest(frozen.run().configDigest())
                                        .build())
                .build();
    }

    /** Says what a digest stands for. */
    static Difference inWords(Difference difference) {
        return WORDS.entrySet().stream()
                .filter(word -> difference.what().startsWith(word.getKey()))
                .findFirst()
                .map(word -> new Difference(
                        difference.file(), difference.line(), word.getValue() + " (" + difference.what() + ")"))
                .orElse(difference);
    }

    /** Without what follows from answers. */
    static PeriodRecord frame(Snapshot snapshot) {
        return new PeriodRecord(
                SnapshotFields.copy(snapshot)
                        .systems(snapshot.systems().stream()
                                .map(result -> new SystemResult(result.system(), 0, List.of()))
                                .toList())
                        .models(snapshot.models().stream()
                                .map(model ->
                                        ModelEntryFields.copy(model).notes("").build())
                                .toList())
                        .build(),
                List.of(),
                Map.of(),
                Map.of());
    }
}
