package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.ConditionPlan;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.responses.ConditionDesign;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The conditions that can be asked. In a language that the recogniser has not learned nothing is asked, since nobody could read
 * the answers.
 *
 * @param plan with no language but those that can be read
 * @param translations by language and id of the item
 * @param unread languages that are wanted and cannot be read, each with why, in English
 */
public record AskableConditions(
        ConditionPlan plan, Map<String, Map<String, String>> translations, SortedMap<String, String> unread) {
    /**
     * @param items that a period asks, of all systems
     * @throws DataException when translations are missing or wrong
     */
    public static AskableConditions of(RunSetting setting, ConditionPlan wanted, List<Item> items) {
        if (wanted.languages().isEmpty()) {
            return new AskableConditions(wanted, Map.of(), new TreeMap<>());
        }
        List<String> learned = setting.recognizerCard().languages();
        SortedMap<String, String> unread = new TreeMap<>();
        List<String> languages = new ArrayList<>();
        for (String language : wanted.languages()) {
            if (learned.isEmpty() || learned.contains(language)) {
                languages.add(language);
            } else {
                unread.put(language, "the recogniser has learned " + String.join(", ", learned));
            }
        }
        Map<String, Map<String, String>> translations = new HashMap<>();
        Map<String, String> known = languages.isEmpty() ? Map.of() : known(setting, items);
        languages.forEach(language -> translations.put(language, read(setting.data(), language, known)));
        return new AskableConditions(
                new ConditionPlan(
                        wanted.items(), wanted.repetitions(), wanted.wordings(), wanted.personas(), languages),
                translations,
                unread);
    }

    private static Map<String, String> read(DataFolder data, String language, Map<String, String> known) {
        if (data.find(Translations.path(language)).isEmpty()) {
            throw new DataException(
                    data.own().resolve(Translations.path(language)),
                    "there are no translated items",
                    "write lines {\"id\": …, \"text\": …, \"translation\": …}, or remove '" + language
                            + "' from conditions.languages");
        }
        return Translations.read(data, language, known);
    }

    /** Items that may have a translation: of all pools, of the period, and of the periods before. */
    private static Map<String, String> known(RunSetting setting, List<Item> items) {
        Map<String, String> known = new HashMap<>();
        setting.data()
                .list("topics", ".jsonl")
                .forEach(file -> JsonLines.forEachTree(
                        file,
                        (line, number) -> known.put(
                                line.path("id").asString(""), line.path("text").asString(""))));
        PeriodStore periods = new PeriodStore(setting.data().own());
        for (String period : periods.periods()) {
            periods.read(period)
                    .items()
                    .forEach(one -> known.put(one.item().id(), one.item().text()));
        }
        for (SystemPlan plan : setting.leaderboard().systems()) {
            ValueSystem system = setting.theory().system(plan.system());
            TopicPool.read(setting.data().file(plan.pool()), system).forEach(item -> known.put(item.id(), item.text()));
        }
        items.forEach(item -> known.put(item.id(), item.text()));
        return known;
    }

    /** What is put to the models of one system; nothing where no condition is left. @param items of the system in the period */
    public ConditionDesign design(RunSetting setting, ValueSystem system, List<Item> items) {
        ConditionDesign design =
                ConditionDesign.of(plan, setting.leaderboard(), setting.data(), system, items, translations);
        return plan.isEmpty() ? design.with(List.of()) : design;
    }

    /** What is not asked though it is wanted, a sentence each. */
    public List<String> gaps(ConditionDesign design) {
        List<String> gaps = new ArrayList<>();
        unread.forEach((language, why) -> gaps.add(
                "%s: nothing is asked in '%s': %s".formatted(design.system().id(), language, why)));
        translations.forEach((language, byId) -> {
            String missing = design.items().stream()
                    .map(Item::id)
                    .filter(id -> !byId.containsKey(id))
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                gaps.add("%s: not translated in %s and not asked in '%s': %s"
                        .formatted(design.system().id(), Translations.path(language), language, missing));
            }
        });
        return gaps;
    }
}
