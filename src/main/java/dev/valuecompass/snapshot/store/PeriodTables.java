package dev.valuecompass.snapshot.store;

import dev.valuecompass.snapshot.PeriodRecord;
import java.util.ArrayList;
import java.util.List;

/** The tables of a period, made from its frozen files. */
public final class PeriodTables {
    /** A row for each score. */
    public static final String SCORES = "scores";

    /** A row for each model. */
    public static final String MODELS = "models";

    private PeriodTables() {}

    /** Every table that the period has rows for, the scores first. */
    public static List<PeriodTable> of(PeriodRecord record) {
        ScoreTables scores = new ScoreTables(record.snapshot());
        List<PeriodTable> all = new ArrayList<>(List.of(scores.scores(), scores.models()));
        if (!record.items().isEmpty()) {
            ItemTables items = new ItemTables(record);
            all.add(items.items());
            all.add(items.values());
        }
        AnswerTables answers = new AnswerTables(record);
        if (!record.labels().isEmpty()) {
            all.add(answers.labels());
        }
        if (!record.cases().isEmpty()) {
            all.add(answers.cases());
            all.add(answers.readings());
        }
        return all;
    }
}
