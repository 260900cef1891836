package dev.valuecompass.pipeline;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.Leaderboard;
import dev.valuecompass.config.RateLimits;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Cost;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.value.Elicitation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Estimates what each model will be asked, and what that takes. Sends nothing. */
final class Forecast {
    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int SECONDS_A_CALL = 6;
    private static final int SECONDS_A_REASONED_CALL = 30;
    private static final int REASONED = 5;

    /** A verdict is one line; the limit is the one that the judge is asked with. */
    private static final int VERDICT_TOKENS = 40;

    private static final int MOST_VERDICT_TOKENS = 1_024;

    /** The judge's template with a definition, without what is judged (characters). */
    private static final int QUESTION = 1_600;

    /** Of one value, with its examples (characters). */
    private static final int DEFINITION = 250;

    /**
     * A step of reading an answer with two models.
     *
     * @param characters of its prompt without definitions and text
     * @param tokens of its answer
     */
    private record Step(int characters, int tokens) {}

    private static final Step CONCEPTS = new Step(1_200, 300);
    private static final Step MARKS = new Step(1_600, 100);
    private static final double SECONDS_AN_HOUR = 3_600;

    private final RunSetting setting;
    private final Leaderboard board;
    private final AnswerSampling sampling;

    Forecast(RunSetting setting) {
        this.setting = setting;
        this.board = setting.leaderboard();
        this.sampling = board.sampling();
    }

    /** What one model is asked in one stage. */
    private record Work(long calls, long prompt, long completion, BigDecimal most) {}

    /** The answers of every model to these items, and the judge's reading of them where there is one. */
    List<Plan.Stage> stages(ItemSets set) {
        List<Plan.Stage> stages = new ArrayList<>();
        for (Examinee examinee : board.examinees()) {
            stages.add(stage("answers", examinee, set, answers(set, examinee)));
        }
        Optional<Examinee> judge = board.examinee(board.roles().judge());
        switch (board.roles().recognizer()) {
            case "direct" -> judge.ifPresent(one -> stages.add(stage("recognition", one, set, verdicts(set, one))));
            case "llm" -> {
                board.examinee(board.roles().conceptExtractor())
                        .ifPresent(one -> stages.add(stage("concepts", one, set, readings(set, one, CONCEPTS))));
                judge.ifPresent(one -> stages.add(stage("recognition", one, set, readings(set, one, MARKS))));
            }
            default -> {
                // The embedded recogniser asks nobody.
            }
        }
        return stages;
    }

    private Plan.Stage stage(String name, Examinee model, ItemSets set, Work work) {
        Endpoint endpoint = board.endpoint(model.endpoint()).orElseThrow();
        boolean free = endpoint.kind() != Endpoint.Kind.OPENAI;
        boolean priced = !free && model.price() != null;
        BigDecimal dollars = !priced
                ? null
                : Cost.tokens(model.price().input(), work.prompt())
                        .add(Cost.tokens(model.price().output(), work.completion()));
        return new Plan.Stage(
                name,
                model.id(),
                set.system().id(),
                free,
                work.calls(),
                work.prompt(),
                work.completion(),
                dollars,
                priced ? work.most() : null,
                free ? 0 : hours(model, endpoint, work, name.equals("answers")));
    }

    private Work answers(ItemSets set, Examinee examinee) {
        PromptTemplate template = new Prompts(setting.data()).template(set.system());
        long calls = (long) set.items().size() * sampling.samples();
        long prompt = 0;
        BigDecimal most = BigDecimal.ZERO;
        for (Item item : set.items()) {
            ChatRequest request = Interview.request(examinee, set.system(), template, item, sampling, 0);
            long characters = request.messages().stream()
                    .mapToLong(message -> message.content().length())
                    .sum();
            prompt += characters * sampling.samples() / CHARACTERS_A_TOKEN;
            if (examinee.price() != null) {
                most = most.add(Cost.most(examinee.price(), request).multiply(BigDecimal.valueOf(sampling.samples())));
            }
        }
        int tokens = outputTokens(set.system().elicitation());
        return new Work(calls, prompt, calls * tokens * (examinee.reasoning() ? REASONED : 1), most);
    }

    /** One question for each model, item, sample, value and passage; a passage is a share of an answer. */
    private Work verdicts(ItemSets set, Examinee judge) {
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
            characters += questions * (QUESTION + item.text().length() + answer);
        }
        return work(judge, calls, characters, VERDICT_TOKENS);
    }

    /** One question for each model, item and sample, about all values of the item. */
    private Work readings(ItemSets set, Examinee model, Step step) {
        long answer = (long) outputTokens(set.system().elicitation()) * CHARACTERS_A_TOKEN;
        long each = (long) board.examinees().size() * sampling.samples();
        long characters = 0;
        for (Item item : set.items()) {
            characters += each
                    * (step.characters()
                            + (long) DEFINITION * item.dimensions().size()
                            + item.text().length()
                            + answer);
        }
        return work(model, each * set.items().size(), characters, step.tokens());
    }

    private static Work work(Examinee model, long calls, long characters, int tokens) {
        BigDecimal most = model.price() == null
                ? null
                : Cost.tokens(model.price().input(), 2 * characters)
                        .add(Cost.tokens(model.price().output(), 2 * calls * MOST_VERDICT_TOKENS));
        return new Work(
                calls, characters / CHARACTERS_A_TOKEN, calls * tokens * (model.reasoning() ? REASONED : 1), most);
    }

    /** The slowest of what bounds it: places, requests and tokens a minute, requests a day. */
    private double hours(Examinee model, Endpoint endpoint, Work work, boolean asksItems) {
        // Each model's answers are read one after the other, so the judge has no more to do at once than there are
        // models.
        int atOnce = asksItems
                ? endpoint.concurrency()
                : Math.min(endpoint.concurrency(), board.examinees().size());
        double seconds = work.calls() * (double) (model.reasoning() ? SECONDS_A_REASONED_CALL : SECONDS_A_CALL);
        RateLimits limits = endpoint.limits();
        double hours = seconds / atOnce / SECONDS_AN_HOUR;
        hours = Math.max(hours, minutes(work.calls(), limits.requestsPerMinute()) / 60);
        hours = Math.max(hours, minutes(work.prompt() + work.completion(), limits.tokensPerMinute()) / 60);
        return limits.requestsPerDay() == null
                ? hours
                : Math.max(hours, 24.0 * Math.floor((work.calls() - 1.0) / limits.requestsPerDay()));
    }

    private static double minutes(long many, Integer perMinute) {
        return perMinute == null ? 0 : many / (double) perMinute;
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
                "output tokens: opinion 260, completion 120, reply 220, verdict " + VERDICT_TOKENS + ", concepts "
                        + CONCEPTS.tokens() + ", marks " + MARKS.tokens() + "; " + REASONED
                        + " times as many for reasoning models",
                SECONDS_A_CALL + " s a call, " + SECONDS_A_REASONED_CALL
                        + " s for reasoning models, at the endpoint's concurrency and limits",
                "at most: a token for each byte of a prompt, every answer at its limit, every verdict asked twice;"
                        + " attempts that fail and are billed come on top",
                "an answer that is in the run store already is counted as if it had to be asked"));
        List<String> evolving = board.systems().stream()
                .filter(system -> system.evolve() != null)
                .map(system -> system.system().toLowerCase(Locale.ROOT))
                .toList();
        if (!evolving.isEmpty()) {
            assumptions.add("not counted: the calls by which the items of " + String.join(", ", evolving) + " evolve");
        }
        return assumptions;
    }
}
