package dev.valuecompass.site.edition;

import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ItemRecord;
import java.util.List;

/**
 * Something that models were asked in a period.
 *
 * @param id of the item; of a prompt whose item is not published, made from its text
 * @param text as the models were asked, before the prompt around it; hostile
 * @param item null when the source does not publish its items and only cases tell of the question
 * @param cases published answers, by model
 */
public record AskedQuestion(String id, String system, String text, ItemRecord item, List<Case> cases) {
    /** The mean entropy over its dimensions, in bits; null when unknown. */
    public Double power() {
        return item == null
                ? null
                : EqualWeightMeans.overModels(List.copyOf(item.entropy().values()));
    }

    /** How many models have a published answer. */
    public int models() {
        return (int) cases.stream().map(Case::model).distinct().count();
    }
}
