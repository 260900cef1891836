package dev.valuecompass.findings;

import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.Fingerprints;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the figures of two periods may stand on one axis. They may where everything that a figure depends on, beside the
 * models, is the same. Where only the items differ, those that both periods asked still compare.
 *
 * @param kind what may be compared
 * @param reasons what differs, or is not known; empty when all figures compare
 */
public record Comparability(Kind kind, List<String> reasons) {

    /** What may be compared. */
    public enum Kind {
        /** All figures. */
        ALL,
        /** Those over items that both periods asked; a line through all figures breaks here. */
        SHARED_ITEMS,
        /** Nothing. */
        NOTHING
    }

    /** Whether figures of two periods may be compared; what is unknown of one of them counts as a difference. */
    public static Comparability of(Snapshot then, Snapshot now) {
        Fingerprint after = now.fingerprint();
        return of(
                then.fingerprint(),
                askedAlike(then, now)
                        ? new Fingerprint(
                                after.items(),
                                after.recognizer(),
                                after.prompts(),
                                then.fingerprint().sampling(),
                                after.scale())
                        : after);
    }

    static Comparability of(Fingerprint before, Fingerprint after) {
        List<String> reasons = new ArrayList<>();
        differ("the recogniser", before.recognizer(), after.recognizer(), reasons);
        differ("the prompts", before.prompts(), after.prompts(), reasons);
        differ("the sampling", before.sampling(), after.sampling(), reasons);
        differ("the scale", before.scale(), after.scale(), reasons);
        boolean sameTest = reasons.isEmpty();
        differ("the items", before.items(), after.items(), reasons);
        Kind kind = reasons.isEmpty() ? Kind.ALL : sameTest ? Kind.SHARED_ITEMS : Kind.NOTHING;
        return new Comparability(kind, List.copyOf(reasons));
    }

    /** A model with settings of its own that only one of them has changes nothing for the others. */
    private static boolean askedAlike(Snapshot then, Snapshot now) {
        return Stream.of(then, now).allMatch(one -> one.run() != null)
                && Stream.of(then, now)
                        .flatMap(one -> one.models().stream())
                        .anyMatch(model -> model.settings() != null)
                && Fingerprints.sampling(then.run().sampling(), shared(then, now))
                        .equals(Fingerprints.sampling(now.run().sampling(), shared(now, then)));
    }

    private static List<ModelEntry> shared(Snapshot one, Snapshot other) {
        Set<String> ids = other.models().stream().map(ModelEntry::id).collect(Collectors.toSet());
        return one.models().stream().filter(model -> ids.contains(model.id())).toList();
    }

    /** What is not known may have been anything, so it is taken to differ. */
    private static void differ(String what, String before, String after, List<String> reasons) {
        if (before == null || after == null || before.isEmpty() || after.isEmpty()) {
            reasons.add(what + (what.endsWith("s") ? " are" : " is") + " not known of both periods");
        } else if (!before.equals(after)) {
            reasons.add(what + " changed");
        }
    }
}
