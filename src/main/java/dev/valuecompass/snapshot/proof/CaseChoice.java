package dev.valuecompass.snapshot.proof;

import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SystemResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which answers are published follows from the labels, so that nobody shows only what pleases. */
final class CaseChoice {
    /** As many a cell as anybody will have published in version 1, which does not say. */
    private static final int MOST = 30;

    private final PeriodRecord record;
    private final int version;
    private final ProofVerdict verdict;

    CaseChoice(PeriodRecord record, int version, ProofVerdict verdict) {
        this.record = record;
        this.version = version;
        this.verdict = verdict;
    }

    void run() {
        Integer wanted = record.snapshot().run().casesPerDimension();
        if (wanted != null) {
            drawn(wanted).forEach(this::equal);
            record.cases().keySet().stream()
                    .filter(model -> !record.labels().containsKey(model))
                    .forEach(model -> verdict.wrong(PeriodFiles.cases(model), "its model has no labels"));
        } else if (version > 1) {
            verdict.wrong(PeriodFiles.SNAPSHOT, "run.casesPerDimension is null, so the choice of cases is not proven");
        } else {
            inferred();
        }
    }

    private void equal(String model, Set<String> drawn) {
        Set<String> published = ids(model);
        Set<String> missing = new TreeSet<>(drawn);
        missing.removeAll(published);
        Set<String> more = new TreeSet<>(published);
        more.removeAll(drawn);
        verdict.holds(
                PeriodFiles.cases(model),
                missing.isEmpty() && more.isEmpty(),
                "by the rule, the labels give other cases: missing " + missing + ", not drawn " + more);
    }

    private void inferred() {
        for (int k = 0; k <= MOST; k++) {
            if (drawn(k).entrySet().stream().allMatch(model -> model.getValue().equals(ids(model.getKey())))) {
                return;
            }
        }
        verdict.open("the choice of cases: version 1 does not say how many were drawn, and no number gives these");
    }

    private Set<String> ids(String model) {
        Set<String> ids = new HashSet<>();
        record.cases().getOrDefault(model, List.of()).forEach(one -> ids.add(one.id()));
        return ids;
    }

    /** By model id, for every model that has labels. */
    private Map<String, Set<String>> drawn(int k) {
        CaseSelection selection = new CaseSelection(k);
        Map<String, Item> items = new HashMap<>();
        record.items().stream().map(ItemRecord::item).forEach(item -> items.put(item.id(), item));
        Map<String, List<String>> dimensions = new HashMap<>();
        for (SystemResult result : record.snapshot().systems()) {
            dimensions.put(result.system().id(), result.system().dimensionIds());
        }
        Map<String, Set<String>> drawn = new TreeMap<>();
        record.labels().forEach((model, rows) -> {
            drawn.put(model, new HashSet<>());
            rows.stream()
                    .filter(row -> row.outcome() == Outcome.ANSWERED)
                    .forEach(row -> selection.offer(offered(model, row, items.get(row.item()), dimensions)));
        });
        selection
                .selected()
                .forEach((model, cases) -> cases.forEach(one -> drawn.get(model).add(one.id())));
        return drawn;
    }

    /** What the rule needs to know of the answer; its text is not among it. */
    private static Case offered(String model, LabelRecord row, Item item, Map<String, List<String>> dimensions) {
        List<Case.ValueReading> readings = CaseProof.labels(dimensions.get(item.system()), row).entrySet().stream()
                .map(label -> new Case.ValueReading(label.getKey(), label.getValue(), null, null, List.of()))
                .toList();
        return new Case(CaseProof.id(row), model, item.system(), item.id(), "", "", readings);
    }
}
