package dev.valuecompass.snapshot.proof;

import dev.valuecompass.snapshot.PeriodRecord;

/** Holds everything in a period against everything it follows from. */
public final class PeriodProof {
    private PeriodProof() {}

    /** Only whether a period has all that its kind must have, which takes no time. */
    public static ProofVerdict ofKind(PeriodRecord record, int version) {
        ProofVerdict verdict = new ProofVerdict();
        OriginProof.evaluated(record, version, verdict);
        return verdict;
    }

    /**
     * @param record sound in its shape and rules
     * @param version in which it was frozen: what an older one did not write down cannot be proven, and is named
     */
    public static ProofVerdict of(PeriodRecord record, int version) {
        ProofVerdict verdict = new ProofVerdict();
        if (OriginProof.evaluated(record, version, verdict)) {
            FingerprintProof.check(record, version, verdict);
            new Recomputation(record, version, verdict).run();
            ReaderProof.check(record.snapshot().recognizers(), verdict);
            new CaseProof(record, version, verdict).run();
        }
        return verdict;
    }
}
