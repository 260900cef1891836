package dev.valuecompass.pipeline.shards;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.Roles;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.pipeline.ConditionSurvey;
import dev.valuecompass.pipeline.Experiment;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.responses.ClosedInterview;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.value.Instrument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that an evaluation makes of its models, so that a row of a store can be told to be one of them. */
final class ExpectedCalls {
    private static final int HEX_DIGITS_OF_A_LONG = 16;
    private static final int RADIX = 16;

    /** An item put to a model, whatever the sample. */
    record ItemOfModel(Examinee examinee, Item item) {
        String text() {
            return "model " + examinee.id() + ", item " + item.system() + "/" + item.id();
        }
    }

    /** By the first half of the digest, about 80 bytes a call. */
    private final Map<Long, ItemOfModel> places = new HashMap<>();

    private final Map<String, List<Item>> items = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> examined = new HashSet<>();
    private final Set<String> models = new HashSet<>();
    private final Set<String> helpers = new HashSet<>();
    private final Set<String> examinees;
    private final int samples;

    ExpectedCalls(RunSetting setting, List<ItemSets> sets, ChatModels chat) {
        samples = setting.leaderboard().sampling().samples();
        Set<String> roles = roles(setting.leaderboard().roles());
        examinees = setting.leaderboard().examinees().stream().map(Examinee::id).collect(Collectors.toSet());
        for (ItemSets set : sets) {
            PromptTemplate template = new Prompts(setting.data()).template(set.system());
            set.items().forEach(this::note);
            for (Examinee examinee : setting.leaderboard().examinees()) {
                CallKey key = null;
                for (Item item : set.items()) {
                    ItemOfModel place = new ItemOfModel(examinee, item);
                    for (int sample = 0; sample < samples; sample++) {
                        key = chat.key(Interview.request(
                                examinee,
                                set.system(),
                                template,
                                item,
                                setting.leaderboard().sampling(),
                                sample));
                        prefix(key.digest()).ifPresent(prefix -> places.put(prefix, place));
                    }
                }
                note(key, roles.contains(examinee.id()));
            }
        }
        beside(setting, sets, chat);
    }

    /** What is asked beside the period's own questions, with the part that it falls to. */
    private void beside(RunSetting setting, List<ItemSets> sets, ChatModels chat) {
        for (Examinee examinee : setting.leaderboard().examinees()) {
            for (Instrument instrument : setting.instruments()) {
                List<ChatRequest> requests = ClosedInterview.requests(
                        examinee,
                        instrument,
                        setting.data(),
                        setting.leaderboard().sampling());
                for (int at = 0; at < requests.size(); at++) {
                    Instrument.Question question = instrument
                            .questions()
                            .get(at / instrument.elicitation().orders());
                    expect(chat.key(requests.get(at)), examinee, Shard.item(instrument, question));
                }
            }
        }
        ConditionSurvey.of(setting, sets)
                .ifPresent(survey -> survey.designs().forEach(design -> {
                    design.conditions()
                            .forEach(condition -> condition.put(design.items()).stream()
                                    .filter(item -> condition.translations() != null)
                                    .forEach(this::note));
                    for (Examinee examinee : setting.leaderboard().examinees()) {
                        design.items()
                                .forEach(item -> design.with(List.of(item))
                                        .requests(examinee)
                                        .forEach(request -> expect(chat.key(request), examinee, item)));
                    }
                }));
    }

    private void expect(CallKey key, Examinee examinee, Item item) {
        prefix(key.digest()).ifPresent(prefix -> places.putIfAbsent(prefix, new ItemOfModel(examinee, item)));
    }

    private void note(Item item) {
        names.add("item " + item.system() + "/" + item.id());
        items.computeIfAbsent(textKey(item.system(), item.text()), key -> new ArrayList<>())
                .add(item);
    }

    private static Set<String> roles(Roles roles) {
        return Stream.of(
                        Stream.of(roles.judge(), roles.conceptExtractor(), roles.generator()),
                        roles.explorers().stream(),
                        roles.scorers().stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private void note(CallKey key, boolean helps) {
        models.add(model(key));
        if (helps) {
            helpers.add(model(key));
        }
        examined.add(Experiment.source(key));
    }

    private static String model(CallKey key) {
        return Json.line(List.of(key.kind(), key.source(), key.model()));
    }

    private static String textKey(String system, String text) {
        return system + "/" + Experiment.textDigest(text);
    }

    /** Empty when it is no digest. */
    private static Optional<Long> prefix(String digest) {
        try {
            return Optional.of(Long.parseUnsignedLong(digest, 0, HEX_DIGITS_OF_A_LONG, RADIX));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Empty for a call that puts no item of this evaluation to one of its models. */
    Optional<ItemOfModel> find(String digest) {
        return prefix(digest).map(places::get);
    }

    /** The items of a system with this text. */
    List<Item> items(String system, String text) {
        return items.getOrDefault(textKey(system, text), List.of());
    }

    /** @param fact such as {@code item mft/care-1}, as a store names it */
    boolean hasItem(String fact) {
        return names.contains(fact);
    }

    boolean examines(String model) {
        return examinees.contains(model);
    }

    /** Whether one of the models is asked in this way for something else than an evaluation's answers. */
    boolean helps(CallKey key) {
        String model = model(key);
        return helpers.contains(model) || models.contains(model) && !examined.contains(Experiment.source(key));
    }

    /** Whether it asks one of the models as an evaluation does. */
    boolean examinesLike(CallKey key) {
        return models.contains(model(key));
    }

    boolean beyondSamples(CallKey key) {
        return key.sample() >= samples;
    }
}
