package dev.valuecompass.site.finding;

import dev.valuecompass.scores.validity.Conditions;
import dev.valuecompass.scores.validity.Priming;
import dev.valuecompass.scores.validity.SecondInstruments;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.evidence.ConditionsFile;
import dev.valuecompass.snapshot.evidence.InstrumentsFile;
import dev.valuecompass.snapshot.evidence.PrimesFile;
import dev.valuecompass.snapshot.evidence.ReferenceSets;
import dev.valuecompass.snapshot.evidence.ReferencesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What was asked about a period beside it. */
public record PeriodEvidence(
        Optional<SecondInstruments> instruments,
        Optional<Priming> primes,
        Optional<Conditions> conditions,
        Optional<ReferenceSets> references) {
    /** Where nothing was asked. */
    static final PeriodEvidence NONE =
            new PeriodEvidence(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Other sets of items of a system, in their order. */
    public List<ReferenceSets.ReferenceSet> references(String system) {
        return references.stream()
                .flatMap(told -> told.systems().stream())
                .filter(told -> told.system().equals(system))
                .flatMap(told -> told.sets().stream())
                .toList();
    }

    /** @param data the leaderboard's own */
    public static PeriodEvidence read(Path data, Snapshot snapshot) {
        return new PeriodEvidence(
                InstrumentsFile.read(data, snapshot),
                PrimesFile.read(data, snapshot),
                ConditionsFile.read(data, snapshot),
                ReferencesFile.read(data, snapshot));
    }
}
