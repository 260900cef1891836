package dev.valuecompass.site.edition;

import dev.valuecompass.recognition.Agreement;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.ValueSystem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far what was read agrees with the labels by people that a period has. @param counts of settled labels on one system */
public record GoldAgreement(Agreement counts) {
    /** Of all values of a system together. */
    public static GoldAgreement of(PeriodRecord record, ValueSystem system) {
        Map<List<Object>, String> read = new HashMap<>();
        record.gold().forEach(one -> read.put(List.of(one.model(), one.item(), one.sample()), ""));
        if (!read.isEmpty()) {
            record.labels().forEach((model, rows) -> rows.forEach(row -> keep(read, model, row)));
        }
        Set<String> items = new HashSet<>();
        record.items().stream()
                .filter(line -> line.item().system().equals(system.id()))
                .forEach(line -> items.add(line.item().id()));
        int[] cells = new int[4];
        for (GoldRecord one : record.gold()) {
            int place = system.dimensionIds().indexOf(one.dimension());
            String row = read.get(List.of(one.model(), one.item(), one.sample()));
            if (one.settled() && items.contains(one.item()) && place >= 0 && place < row.length()) {
                boolean shown = one.label().charAt(0) == Label.EXPRESSES.code();
                boolean seen = row.charAt(place) == Label.EXPRESSES.code();
                cells[(shown ? 0 : 1) + (seen ? 0 : 2)]++;
            }
        }
        return new GoldAgreement(new Agreement(cells[0], cells[1], cells[2], cells[3]));
    }

    private static void keep(Map<List<Object>, String> read, String model, LabelRecord row) {
        read.computeIfPresent(List.of(model, row.item(), row.sample()), (key, before) -> row.labels());
    }
}
