package dev.valuecompass.pipeline.shards;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.pipeline.FrozenLabels;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers of a model on a system that were never asked for, whatever became of the others.
 *
 * @param asked how many there ought to be
 */
record MissingAnswers(String system, String model, int missing, int asked) {
    /** @param frozen labels of answers that are not here */
    static List<MissingAnswers> in(
            RunSetting setting, List<ItemSets> items, StoredAnswers answers, FrozenLabels frozen) {
        List<MissingAnswers> all = new ArrayList<>();
        for (ItemSets set : items) {
            PromptTemplate template = new Prompts(setting.data()).template(set.system());
            for (Examinee examinee : setting.leaderboard().examinees()) {
                int missing = 0;
                for (Item item : set.items()) {
                    missing += frozen.rows(examinee.id(), item.id()).isEmpty()
                            ? missing(setting, set, template, examinee, item, answers)
                            : 0;
                }
                if (missing > 0) {
                    int samples = setting.leaderboard().sampling().samples();
                    all.add(new MissingAnswers(
                            set.system().id(),
                            examinee.id(),
                            missing,
                            set.items().size() * samples));
                }
            }
        }
        return all;
    }

    private static int missing(
            RunSetting setting,
            ItemSets set,
            PromptTemplate template,
            Examinee examinee,
            Item item,
            StoredAnswers answers) {
        int missing = 0;
        for (int sample = 0; sample < setting.leaderboard().sampling().samples(); sample++) {
            boolean known = answers.end(Interview.request(
                            examinee,
                            set.system(),
                            template,
                            item,
                            setting.leaderboard().sampling(),
                            sample))
                    .isPresent();
            missing += known ? 0 : 1;
        }
        return missing;
    }

    String text() {
        return model + " on " + system + ": " + missing + " of " + asked + " answers are not in the store";
    }
}
