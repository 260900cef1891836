package dev.valuecompass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.GoldRecordFields;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What people said of answers is found again where only the labels of these are. */
class GoldSelectionTest {
    private static final ValueSystem SYSTEM =
            Theory.load(DataFolder.over(Path.of("data"))).system("mft");
    private static final String MEASURED = SYSTEM.dimensionIds().get(0);
    private static final Item ITEM = new Item("care-1", "mft", List.of(MEASURED), "x", "May one?", false, null);

    private static GoldRecord gold(String model, int sample, String dimension, String answer) {
        return GoldRecordFields.builder()
                .model(model)
                .item(ITEM.id())
                .sample(sample)
                .dimension(dimension)
                .answer(answer)
                .label("+")
                .weight(1)
                .raters(new TreeMap<>(Map.of("r", "+")))
                .evidence(List.of())
                .build();
    }

    @Test
    void labelsByPeopleAreThoseOfTheAnswersThatTheLabelsAreOf() {
        GoldRecord right = gold("one", 1, MEASURED, "Yes, one may.");
        GoldSelection selection = new GoldSelection(List.of(
                right,
                gold("one", 0, MEASURED, "Yes, one may."),
                gold("two", 1, MEASURED, "Yes, one may."),
                gold("one", 1, SYSTEM.dimensionIds().get(1), "Yes, one may."),
                gold("one", 1, "nothing", "Yes, one may."),
                gold("one", 1, MEASURED, "No."),
                gold("one", 7, MEASURED, "Yes, one may.")));
        FrozenLabels frozen = new FrozenLabels(2);
        String row = "+" + " ".repeat(SYSTEM.dimensionIds().size() - 1);
        frozen.add(
                "one",
                new FrozenLabels.FrozenRow(
                        new LabelRecord(ITEM.id(), 1, Outcome.ANSWERED, row, 13), Digest.first64("Yes, one may.")));

        selection.offer(frozen, List.of(new ItemSets(SYSTEM, List.of(ITEM))));

        assertThat(selection.selected()).containsExactly(right);
        assertThat(selection.lost()).hasValueSatisfying(lost -> assertThat(lost).startsWith("6 of 7 labels"));
        assertThat(frozen.rows("one", ITEM.id())).as("one of two samples").isEmpty();
    }
}
