package dev.valuecompass.pipeline;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * What the answers of a run store are answers to: each model's address and parameters, each system's prompt, each item's
 * text (R10). Answers are found by their content, so those to another question are never taken for those to this one;
 * what a change costs is that they are bought again. Therefore a change of what is written down is refused until
 * somebody accepts it, while more or fewer models, items or systems, and another recogniser, are no change. An evaluation
 * that sends nothing that costs money is not written down.
 */
public final class Experiment {
    private static final int SHOWN = 20;
    private static final int DIGITS = 16;

    private Experiment() {}

    /**
     * Compares with what the store was begun with, and keeps what is new.
     *
     * @param accept whether changes replace what was written down
     * @throws DataException naming each change, when there is one and it is not accepted
     */
    static void guard(RunSetting setting, List<ItemSets> items, RunStore store, ChatModels chat, boolean accept) {
        if (costs(setting)) {
            guard(setting, facts(setting, items, chat, Experiment::paid), store, accept);
        }
    }

    /**
     * The same for a store that will meet others: what costs nothing is written down too, so that answers of two
     * different evaluations are told apart, but it may change freely.
     */
    public static void guardAll(
            RunSetting setting, List<ItemSets> items, RunStore store, ChatModels chat, boolean accept) {
        guard(setting, all(setting, items, chat), store, accept || !costs(setting));
    }

    /** What the answers of this evaluation are answers to, by name. */
    public static SortedMap<String, String> all(RunSetting setting, List<ItemSets> items, ChatModels chat) {
        return facts(setting, items, chat, (any, examinee) -> true);
    }

    private static boolean costs(RunSetting setting) {
        return setting.leaderboard().examinees().stream().anyMatch(examinee -> paid(setting, examinee));
    }

    private static void guard(RunSetting setting, SortedMap<String, String> now, RunStore store, boolean accept) {
        Map<String, String> before = store.experiment();
        List<String> changes = new ArrayList<>();
        now.forEach((name, value) -> {
            String old = before.getOrDefault(name, value);
            if (!old.equals(value)) {
                changes.add(name + " was " + old + " and is " + value);
            }
        });
        if (!changes.isEmpty() && !accept) {
            throw new DataException(defects(setting.store(), changes));
        }
        now.entrySet().removeAll(before.entrySet());
        if (!now.isEmpty()) {
            store.rememberExperiment(now);
        }
    }

    private static List<Defect> defects(Path store, List<String> changes) {
        String fix = "undo the change, or ask the changed part again and pay for it: --accept-changes";
        List<Defect> defects = new ArrayList<>();
        changes.stream().limit(SHOWN).forEach(change -> defects.add(new Defect(store, change, fix)));
        if (changes.size() > SHOWN) {
            String more = "and " + (changes.size() - SHOWN) + " more changes";
            defects.add(new Defect(store, more, fix));
        }
        return defects;
    }

    private static SortedMap<String, String> facts(
            RunSetting setting, List<ItemSets> items, ChatModels chat, BiPredicate<RunSetting, Examinee> counts) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (ItemSets set : items) {
            PromptTemplate template = new Prompts(setting.data()).template(set.system());
            facts.put("prompt " + set.system().id(), shorten(template.digest()));
            for (Item item : set.items()) {
                facts.put("item " + set.system().id() + "/" + item.id(), textDigest(item.text()));
            }
            Item any = set.items().get(0);
            setting.leaderboard().examinees().stream()
                    .filter(examinee -> counts.test(setting, examinee))
                    .forEach(examinee ->
                            facts.put("model " + examinee.id(), source(setting, set, template, examinee, any, chat)));
        }
        facts.put(
                "key points", Integer.toString(setting.leaderboard().sampling().keyPoints()));
        return facts;
    }

    private static boolean paid(RunSetting setting, Examinee examinee) {
        return setting.leaderboard()
                .endpoint(examinee.endpoint())
                .filter(endpoint -> endpoint.kind() == Endpoint.Kind.OPENAI)
                .isPresent();
    }

    /** Address, name and parameters as they enter the call key, so that nothing else can be forgotten here. */
    private static String source(
            RunSetting setting, ItemSets set, PromptTemplate template, Examinee examinee, Item item, ChatModels chat) {
        CallKey key = chat.key(Interview.request(
                examinee, set.system(), template, item, setting.leaderboard().sampling(), 0));
        return source(key);
    }

    /** How a call asks its model, as it is written down: address, name, parameters and system prompt. */
    public static String source(CallKey key) {
        String prompt = key.messages().stream()
                .filter(message -> message.role() == Message.Role.SYSTEM)
                .map(message -> " and system prompt " + textDigest(message.content()))
                .collect(Collectors.joining());
        return key.model() + " at " + key.source() + " with " + Json.line(key.parameters()) + prompt;
    }

    /** An item's text as it is written down. */
    public static String textDigest(String text) {
        return shorten(Digest.sha256(text));
    }

    private static String shorten(String digest) {
        return digest.substring(0, DIGITS);
    }
}
