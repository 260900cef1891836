package dev.valuecompass.pipeline.plan;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RecognizerKind;
import dev.valuecompass.config.RecognizerKind.AskedModel;
import dev.valuecompass.config.RecognizerKind.CallsPer;
import dev.valuecompass.config.Roles;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Cost;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.openai.BatchTerms;
import dev.valuecompass.pipeline.items.GenerationForecast;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.AskableConditions;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.responses.ClosedInterview;
import dev.valuecompass.responses.ConditionDesign;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Estimates what each model will be asked, and what that takes. Sends nothing. */
final class Forecast {
    static final String ITEM_READINGS = "item readings";

    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int SECONDS_A_CALL = 6;
    private static final int SECONDS_A_REASONED_CALL = 30;
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final int REASONED = 5;

    /** A reader's template with a definition, without what is read (characters). */
    private static final int QUESTION = 1_600;

    /** Of one value, with its examples (characters). */
    private static final int DEFINITION = 250;

    /** Of a letter or a figure, with what some models write around it. */
    private static final int CLOSED_TOKENS = 10;

    /** Of an answer about an item that is tried in a round. */
    private static final int ITEM_READING_TOKENS = 100;

    private final RunSetting setting;
    private final StoredWork kept;
    private final LeaderboardConfig board;
    private final AnswerSampling sampling;

    /** @param kept what need not be asked any more */
    Forecast(RunSetting setting, StoredWork kept) {
        this.setting = setting;
        this.kept = kept;
        this.board = setting.leaderboard();
        this.sampling = board.sampling();
    }

    /** New items, the answers of every model to each set, and the reading of them where a model does it. */
    List<Plan.Stage> stages(List<ItemSets> sets) {
        List<Plan.Stage> stages = new ArrayList<>();
        board.systems().forEach(plan -> stages.addAll(generation(plan)));
        stages.addAll(asking(sets));
        return stages;
    }

    /** The answers of every model to each set, and the reading of them where a model does it. */
    List<Plan.Stage> asking(List<ItemSets> sets) {
        List<Plan.Stage> stages = new ArrayList<>();
        Map<String, List<Plan.Stage>> answers = new LinkedHashMap<>();
        sets.forEach(set -> answers.put(set.system().id(), answers(set)));
        Map<String, Long> made = new HashMap<>();
        for (ItemSets set : sets) {
            stages.addAll(answers.get(set.system().id()));
            readers().forEach((asked, reader) -> stages.add(reading(asked, reader, set, answers, made)));
        }
        stages.addAll(closed(setting.instruments()));
        if (board.conditions() != null) {
            AskableConditions askable = AskableConditions.of(
                    setting,
                    board.conditions(),
                    sets.stream().flatMap(set -> set.items().stream()).toList());
            sets.stream()
                    .map(set -> askable.design(setting, set.system(), set.items()))
                    .forEach(design -> stages.addAll(conditions(design)));
        }
        return stages;
    }

    /** The answers of every model under other conditions. */
    List<Plan.Stage> conditions(ConditionDesign design) {
        int tokens = outputTokens(design.system().elicitation());
        return board.examinees().stream()
                .map(examinee -> asked(new Plan.Asked(
                        "conditions", examinee, design.system().id(), design.requests(examinee), tokens)))
                .toList();
    }

    /** The answers of every model to these items. */
    List<Plan.Stage> answers(ItemSets set) {
        return board.examinees().stream()
                .map(examinee -> stage("answers", examinee, set.system().id(), answers(set, examinee)))
                .toList();
    }

    /** The answers of every model to second instruments. */
    List<Plan.Stage> closed(List<Instrument> instruments) {
        List<Plan.Stage> stages = new ArrayList<>();
        for (Instrument instrument : instruments) {
            String name = instrument.elicitation().name().toLowerCase(Locale.ROOT) + "s";
            for (Examinee examinee : board.examinees()) {
                stages.add(asked(new Plan.Asked(
                        name,
                        examinee,
                        instrument.system(),
                        ClosedInterview.requests(examinee, instrument, setting.data(), sampling),
                        CLOSED_TOKENS)));
            }
        }
        return stages;
    }

    /** Requests that are known one by one. */
    Plan.Stage asked(Plan.Asked asked) {
        Examinee examinee = asked.examinee();
        List<ChatRequest> open = asked.requests().stream()
                .filter(request -> !kept.holds(request))
                .toList();
        long prompt = open.stream().mapToLong(Forecast::characters).sum() / CHARACTERS_A_TOKEN;
        BigDecimal most = examinee.price() == null
                ? null
                : open.stream()
                        .map(request -> Cost.most(examinee.price(), request))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        long tokens = (long) open.size() * asked.tokens() * (examinee.reasoning() ? REASONED : 1);
        Work work = new Work(open.size(), asked.requests().size() - (long) open.size(), prompt, tokens, most);
        return stage(asked.stage(), examinee, asked.system(), work);
    }

    /** Models that read answers, by what they are asked. */
    private Map<AskedModel, Examinee> readers() {
        Map<AskedModel, Examinee> readers = new LinkedHashMap<>();
        for (AskedModel reader : board.roles().recognizer().readers()) {
            board.examinee(board.roles().reader(reader.role())).ifPresent(model -> readers.put(reader, model));
        }
        return readers;
    }

    /** What the store holds of a reader beside its own answers is taken for readings, the first sets first. */
    private Plan.Stage reading(
            AskedModel asked,
            Examinee reader,
            ItemSets set,
            Map<String, List<Plan.Stage>> answers,
            Map<String, Long> made) {
        Work all = switch (asked.calls()) {
            case ANSWER -> readings(set, reader, asked);
            case PASSAGE_AND_VALUE -> verdicts(set, reader, asked);
        };
        long known = made.computeIfAbsent(
                reader.id(),
                id -> Math.max(
                        0,
                        kept.calls(reader, endpoint(reader))
                                - answers.values().stream()
                                        .flatMap(List::stream)
                                        .filter(stage -> stage.model().equals(id))
                                        .mapToLong(Plan.Stage::stored)
                                        .sum()));
        long here = Math.min(known, all.calls());
        made.put(reader.id(), known - here);
        return stage(asked.stage(), reader, set.system().id(), all.without(here));
    }

    /** A round that a run would make first: writing, trying, and reading what was tried. */
    private List<Plan.Stage> generation(SystemPlan plan) {
        GenerationForecast.StageEstimates round = new GenerationForecast(setting).of(plan);
        List<Plan.Stage> stages = new ArrayList<>();
        for (GenerationForecast.StageEstimate part : round.parts()) {
            Examinee model = board.examinee(part.model()).orElseThrow();
            stages.add(stage(part.stage(), model, plan.system(), work(model, part)));
        }
        if (!round.parts().isEmpty()) {
            boolean valueByValue =
                    readers().keySet().stream().anyMatch(asked -> asked.calls() == CallsPer.PASSAGE_AND_VALUE);
            int values = valueByValue
                    ? setting.theory().system(plan.system()).dimensionIds().size()
                    : 1;
            readers().values().stream()
                    .distinct()
                    .forEach(reader -> stages.add(
                            stage(ITEM_READINGS, reader, plan.system(), work(reader, round.readings(), values))));
        }
        return stages;
    }

    /** Of each round that a run would make first, how long its steps take when none of them has to wait for a place. */
    List<Plan.Round> rounds() {
        List<Plan.Round> rounds = new ArrayList<>();
        for (SystemPlan plan : board.systems()) {
            GenerationForecast.Succession succession =
                    new GenerationForecast(setting).of(plan).succession();
            if (succession != null) {
                Roles roles = board.roles();
                Map<String, List<String>> asked = Map.of(
                        "explorers", roles.explorers(),
                        "cheap", roles.explorers(),
                        "strong", roles.scorers(),
                        "generator", roles.generator().isEmpty() ? List.of() : List.of(roles.generator()),
                        "others", GenerationForecast.others(board));
                double hours = succession.steps().entrySet().stream()
                        .mapToDouble(step -> step.getValue() * slowest(asked.get(step.getKey())))
                        .sum();
                rounds.add(
                        new Plan.Round(plan.system(), succession.pulls(), succession.alone(), succession.all(), hours));
            }
        }
        return rounds;
    }

    /** Hours that a call takes to the slowest of them; a batch as long as it may. */
    private double slowest(List<String> models) {
        return models.stream()
                .map(id -> board.examinee(id).orElseThrow())
                .mapToDouble(model -> {
                    Endpoint endpoint = endpoint(model);
                    if (endpoint.kind() != Endpoint.Kind.OPENAI) {
                        return 0;
                    }
                    return endpoint.batch()
                            ? BatchTerms.of(endpoint, setting.data()).hours()
                            : seconds(model) / SECONDS_AN_HOUR;
                })
                .max()
                .orElse(0);
    }

    private static int seconds(Examinee model) {
        return model.reasoning() ? SECONDS_A_REASONED_CALL : SECONDS_A_CALL;
    }

    private Work work(Examinee model, GenerationForecast.StageEstimate part) {
        GenerationForecast.Amount expected = part.expected();
        BigDecimal most = model.price() == null
                ? null
                : Cost.tokens(model.price().input(), part.most().promptCharacters())
                        .add(Cost.tokens(model.price().output(), part.most().calls() * sampling.maxTokens()));
        return new Work(
                expected.calls(),
                0,
                expected.promptCharacters() / CHARACTERS_A_TOKEN,
                expected.completionTokens() * (model.reasoning() ? REASONED : 1),
                most);
    }

    /** @param values asked about one at a time */
    private Work work(Examinee reader, GenerationForecast.Readings readings, int values) {
        long calls = readings.passages() * values;
        return work(reader, calls, values * readings.characters() + calls * QUESTION, ITEM_READING_TOKENS);
    }

    private Endpoint endpoint(Examinee model) {
        return board.endpoint(model.endpoint()).orElseThrow();
    }

    private Plan.Stage stage(String name, Examinee model, String system, Work work) {
        Endpoint endpoint = endpoint(model);
        boolean free = endpoint.kind() != Endpoint.Kind.OPENAI;
        boolean priced = !free && model.price() != null;
        BigDecimal dollars = !priced
                ? null
                : Cost.tokens(model.price().input(), work.prompt())
                        .add(Cost.tokens(model.price().output(), work.completion()));
        boolean batched = endpoint.batch() && !free;
        BatchTerms terms = batched ? BatchTerms.of(endpoint, setting.data()) : null;
        return PlanStageFields.builder()
                .stage(name)
                .model(model.id())
                .system(system)
                .free(free)
                .calls(work.calls())
                .stored(work.stored())
                .promptTokens(work.prompt())
                .completionTokens(work.completion())
                .dollars(batched ? part(terms, dollars) : dollars)
                .most(!priced ? null : batched ? part(terms, work.most()) : work.most())
                .oneByOne(batched ? dollars : null)
                .hours(
                        free || batched && work.calls() == 0
                                ? 0
                                : batched ? terms.hours() : hours(model, endpoint, work, name.equals("answers")))
                .build();
    }

    private static BigDecimal part(BatchTerms terms, BigDecimal dollars) {
        return dollars == null ? null : dollars.multiply(terms.price());
    }

    private Work answers(ItemSets set, Examinee examinee) {
        PromptTemplate template = new Prompts(setting.data()).template(set.system());
        long stored = 0;
        long prompt = 0;
        BigDecimal most = BigDecimal.ZERO;
        for (Item item : set.items()) {
            int open = 0;
            for (int sample = 0; sample < sampling.samples(); sample++) {
                boolean known = kept.holds(Interview.request(examinee, set.system(), template, item, sampling, sample));
                open += known ? 0 : 1;
            }
            stored += sampling.samples() - open;
            ChatRequest request = Interview.request(examinee, set.system(), template, item, sampling, 0);
            prompt += (long) characters(request) * open / CHARACTERS_A_TOKEN;
            if (examinee.price() != null) {
                most = most.add(Cost.most(examinee.price(), request).multiply(BigDecimal.valueOf(open)));
            }
        }
        long calls = (long) set.items().size() * sampling.samples() - stored;
        int tokens = outputTokens(set.system().elicitation());
        return new Work(calls, stored, prompt, calls * tokens * (examinee.reasoning() ? REASONED : 1), most);
    }

    private static int characters(ChatRequest request) {
        return request.messages().stream()
                .mapToInt(message -> message.content().length())
                .sum();
    }

    /** One question for each model, item, sample, value and passage; a passage is a share of an answer. */
    private Work verdicts(ItemSets set, Examinee judge, AskedModel asked) {
        boolean opinion = set.system().elicitation() == Elicitation.OPINION;
        int passages = opinion ? sampling.keyPoints() : 1;
        long answer = (long) outputTokens(set.system().elicitation()) * CHARACTERS_A_TOKEN / passages;
        long calls = 0;
        long characters = 0;
        for (Item item : set.items()) {
            long questions = (long) board.examinees().size()
                    * sampling.samples()
                    * item.dimensions().size()
                    * passages;
            calls += questions;
            characters += questions * (asked.promptCharacters() + item.text().length() + answer);
        }
        return work(judge, calls, characters, asked.answerTokens());
    }

    /** One question for each model, item and sample, about all values of the item. */
    private Work readings(ItemSets set, Examinee model, AskedModel asked) {
        long answer = (long) outputTokens(set.system().elicitation()) * CHARACTERS_A_TOKEN;
        long each = (long) board.examinees().size() * sampling.samples();
        long characters = 0;
        for (Item item : set.items()) {
            characters += each
                    * (asked.promptCharacters()
                            + (long) DEFINITION * item.dimensions().size()
                            + item.text().length()
                            + answer);
        }
        return work(model, each * set.items().size(), characters, asked.answerTokens());
    }

    private Work work(Examinee model, long calls, long characters, int tokens) {
        BigDecimal most = model.price() == null
                ? null
                : Cost.tokens(model.price().input(), 2 * characters)
                        .add(Cost.tokens(
                                model.price().output(),
                                2 * calls * board.roles().judgeMaxTokens()));
        return new Work(
                calls, 0, characters / CHARACTERS_A_TOKEN, calls * tokens * (model.reasoning() ? REASONED : 1), most);
    }

    private double hours(Examinee model, Endpoint endpoint, Work work, boolean asksItems) {
        // Each model's answers are read one after the other, so the judge has no more to do at once than there are
        // models.
        int atOnce = asksItems
                ? endpoint.concurrency()
                : Math.min(endpoint.concurrency(), board.examinees().size());
        return new Throughput(atOnce, seconds(model), endpoint.limits())
                .hours(work.calls(), work.prompt() + work.completion());
    }

    private static int outputTokens(Elicitation elicitation) {
        return switch (elicitation) {
            case OPINION -> 260;
            case COMPLETION -> 120;
            case REPLY -> 220;
        };
    }

    List<String> assumptions() {
        List<String> assumptions = new ArrayList<>(List.of(
                CHARACTERS_A_TOKEN + " characters a token",
                "output tokens: opinion 260, completion 120, reply 220, verdict "
                        + answerTokens(RecognizerKind.DIRECT, 0)
                        + ", concepts " + answerTokens(RecognizerKind.LLM, 0) + ", marks "
                        + answerTokens(RecognizerKind.LLM, 1) + "; " + REASONED
                        + " times as many for reasoning models",
                SECONDS_A_CALL + " s a call, " + SECONDS_A_REASONED_CALL
                        + " s for reasoning models, at the endpoint's concurrency and limits",
                "at most: a token for each byte of a prompt, every answer at its limit, every verdict asked twice;"
                        + " attempts that fail and are billed come on top",
                "what the run store holds costs nothing; calls of a reader that are in it are taken for readings"));
        if (board.conditions() != null && !readers().isEmpty()) {
            assumptions.add("what a model reads in answers under conditions is not reckoned");
        }
        if (board.systems().stream().anyMatch(plan -> plan.evolve() != null)) {
            assumptions.add("until new items are made, their answers are reckoned from the pool");
        }
        return assumptions;
    }

    private static int answerTokens(RecognizerKind kind, int reader) {
        return kind.readers().get(reader).answerTokens();
    }
}
