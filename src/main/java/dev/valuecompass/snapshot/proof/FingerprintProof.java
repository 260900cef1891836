package dev.valuecompass.snapshot.proof;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.Fingerprints;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RunProvenance;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The digests that follow from the rest of the period. */
final class FingerprintProof {
    private static final String FILE = PeriodFiles.SNAPSHOT;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private FingerprintProof() {}

    static void check(PeriodRecord record, int version, ProofVerdict verdict) {
        Fingerprint fingerprint = record.snapshot().fingerprint();
        RunProvenance run = record.snapshot().run();
        items(record, version, verdict);
        String asked = Fingerprints.sampling(run.sampling(), record.snapshot().models());
        same("sampling", fingerprint.sampling(), asked, version, verdict);
        String reader = record.snapshot().recognizers().stream()
                .map(RecognizerCard::version)
                .filter(fingerprint.recognizer()::equals)
                .findFirst()
                .orElse("that of another card");
        same("recognizer", fingerprint.recognizer(), reader, version, verdict);
        verdict.holds(
                FILE,
                fingerprint.scale().equals(Fingerprints.SCALE),
                "fingerprint.scale is " + fingerprint.scale() + ", but this program evaluates in "
                        + Fingerprints.SCALE);
        samples(run, verdict);
    }

    private static void items(PeriodRecord record, int version, ProofVerdict verdict) {
        String published = record.snapshot().fingerprint().items();
        String recomputed = Fingerprints.ofItems(record.items().stream().map(ItemRecord::item));
        // A pool is in the order of its ids as a rule; anything else was asked in an order of its own.
        boolean pool = record.items().stream()
                .map(ItemRecord::item)
                .allMatch(item -> item.provenance().fromPool() && !item.anchor());
        if (version == 1 && !pool && !published.equals(recomputed)) {
            verdict.open(
                    "fingerprint.items: version 1 digests the items in the order in which they were asked, which is"
                            + " not kept; in the order of items.jsonl it does not come out, so neither it nor the texts of items"
                            + " are proven");
        } else {
            same("items", published, recomputed, version, verdict);
        }
    }

    private static void same(String field, String published, String recomputed, int version, ProofVerdict verdict) {
        if (version == 1 && !DIGEST.matcher(published).matches()) {
            verdict.open("fingerprint." + field + " is '" + published + "', which is no SHA-256");
            return;
        }
        verdict.holds(
                FILE,
                published.equals(recomputed),
                "fingerprint." + field + " is " + published + ", the period gives " + recomputed);
    }

    private static void samples(RunProvenance run, ProofVerdict verdict) {
        try {
            JsonNode samples = Json.tree(run.sampling(), FILE).path("samples");
            if (samples.isInt()) {
                verdict.holds(
                        FILE,
                        samples.intValue() == run.samples(),
                        "run.samples is " + run.samples() + ", but run.sampling says " + samples.intValue());
            }
        } catch (DataException e) {
            verdict.wrong(FILE, "run.sampling is not JSON");
        }
    }
}
