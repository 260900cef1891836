package dev.valuecompass.snapshot.proof;

import dev.valuecompass.io.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is held against what, field by field; and so what no period can prove. {@code docs/verification.md} shows it. */
public final class Unproven {
    private static final String RESOURCE = "/schema/proof.tsv";
    private static final String DECLARED = "declared";

    private Unproven() {}

    /**
     * How a field is proven.
     *
     * @param field as {@code docs/snapshot-format.md} names it
     * @param kind {@code recomputed}, {@code held} or {@code declared}
     * @param by from what, or why it is not
     */
    record ProofRow(String field, String kind, String by) {}

    static List<ProofRow> rows() {
        return Resource.text(RESOURCE)
                .lines()
                .map(line -> line.split("\t", -1))
                .map(cells -> new ProofRow(cells[0], cells[1], cells[2]))
                .toList();
    }

    /** The fields that nothing in a period proves, those of one reason on one line. */
    public static List<String> lines() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (ProofRow row : rows()) {
            if (row.kind().equals(DECLARED)) {
                byReason.computeIfAbsent(row.by(), reason -> new ArrayList<>()).add(row.field());
            }
        }
        return byReason.entrySet().stream()
                .map(reason -> String.join(", ", reason.getValue()) + ": " + reason.getKey())
                .toList();
    }
}
