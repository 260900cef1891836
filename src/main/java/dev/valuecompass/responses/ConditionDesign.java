package dev.valuecompass.responses;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.ConditionPlan;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.Examinee.Settings;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The conditions under which questions of a system are put once more, each crossed with every question: the usual one first,
 * then every other wording of the prompt, every persona, every language.
 *
 * @param items evenly taken from those of the period
 * @param sampling of a period, with as many repetitions as there shall be
 */
public record ConditionDesign(
        ValueSystem system, List<Item> items, List<Condition> conditions, AnswerSampling sampling) {
    /** The usual condition. */
    public static final String AS_IT_IS = "as-it-is";

    /**
     * One condition.
     *
     * @param id such as {@code wording-1}, {@code persona-nurse} or {@code language-zh}
     * @param kind the part of the id before the dash; {@value #AS_IT_IS}
     * @param persona what a model is told, after its own system prompt; may be empty
     * @param translations by id of an item; null where items are asked as they are
     */
    public record Condition(
            String id, String kind, PromptTemplate template, String persona, Map<String, String> translations) {
        /** Stands for the prompt, the persona and the items as they are put in the language. @param items of the design */
        public String digest(List<Item> items) {
            String said = id + "\n" + template.text() + "\n" + persona;
            return Digest.sha256(
                    translations == null
                            ? said
                            : put(items).stream()
                                    .map(item -> "\n" + item.id() + "\n" + item.text())
                                    .collect(Collectors.joining("", said, "")));
        }

        /** The model as it is told to be. */
        public Examinee told(Examinee examinee) {
            if (persona.isEmpty()) {
                return examinee;
            }
            String own = examinee.settings().systemPrompt();
            return ExamineeFields.copy(examinee)
                    .settings(new Settings(
                            examinee.settings().parameters(), own.isEmpty() ? persona : own + "\n\n" + persona))
                    .build();
        }

        /** Those of the items that can be asked, as they are put. */
        public List<Item> put(List<Item> items) {
            return translations == null
                    ? items
                    : items.stream()
                            .filter(item -> translations.containsKey(item.id()))
                            .map(item -> new Item(
                                    item.id(),
                                    item.system(),
                                    item.dimensions(),
                                    item.category(),
                                    translations.get(item.id()),
                                    item.anchor(),
                                    item.provenance()))
                            .toList();
        }
    }

    /**
     * @param all items of the system in the period
     * @param translations by language of the plan and id of the item
     * @throws DataException when a wording or a prompt is missing, or fewer than two items are translated
     */
    public static ConditionDesign of(
            ConditionPlan plan,
            LeaderboardConfig board,
            DataFolder data,
            ValueSystem system,
            List<Item> all,
            Map<String, Map<String, String>> translations) {
        Prompts prompts = new Prompts(data);
        PromptTemplate usual = prompts.template(system);
        List<Item> items = new ArrayList<>();
        int kept = Math.min(plan.items(), all.size());
        for (int i = 0; i < kept; i++) {
            items.add(all.get((int) ((long) i * all.size() / kept)));
        }
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new Condition(AS_IT_IS, AS_IT_IS, usual, "", null));
        for (int number = 1; number <= plan.wordings(); number++) {
            conditions.add(new Condition("wording-" + number, "wording", prompts.wording(system, number), "", null));
        }
        for (ConditionPlan.Persona persona : plan.personas()) {
            conditions.add(new Condition("persona-" + persona.id(), "persona", usual, persona.systemPrompt(), null));
        }
        for (String language : plan.languages()) {
            Condition condition = new Condition(
                    "language-" + language,
                    "language",
                    prompts.inLanguage(system, language),
                    "",
                    translations.getOrDefault(language, Map.of()));
            if (condition.put(items).size() < 2) {
                throw new DataException(
                        "translations/" + language + ".jsonl",
                        "translates fewer than two of the " + items.size() + " questions of '" + system.id()
                                + "' that are asked under conditions",
                        "add lines {\"id\": …, \"text\": …, \"translation\": …}, or remove '" + language
                                + "' from conditions.languages; not translated: "
                                + items.stream()
                                        .map(Item::id)
                                        .filter(id -> !condition.translations().containsKey(id))
                                        .collect(Collectors.joining(", ")));
            }
            conditions.add(condition);
        }
        AnswerSampling s = board.sampling();
        return new ConditionDesign(
                system,
                items,
                List.copyOf(conditions),
                new AnswerSampling(s.temperature(), s.topP(), s.maxTokens(), plan.repetitions(), s.keyPoints()));
    }

    /** The same of some of the items. */
    public ConditionDesign with(List<Item> some) {
        return new ConditionDesign(system, some, conditions, sampling);
    }

    /** Every request to a model; whoever reckons what it costs builds the same. */
    public List<ChatRequest> requests(Examinee examinee) {
        List<ChatRequest> requests = new ArrayList<>();
        for (Condition condition : conditions) {
            for (Item item : condition.put(items)) {
                for (int sample = 0; sample < sampling.samples(); sample++) {
                    requests.add(Interview.request(
                            condition.told(examinee), system, condition.template(), item, sampling, sample));
                }
            }
        }
        return requests;
    }
}
