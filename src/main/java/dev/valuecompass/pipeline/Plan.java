package dev.valuecompass.pipeline;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.Price;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.value.Elicitation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run would take, before anything is sent: an estimate, with its assumptions.
 *
 * @param dollars of all stages with a price
 * @param unpriced models whose price is not in the leaderboard file; their cost is not in {@code dollars}
 * @param assumptions behind tokens and time
 */
public record Plan(
        String period,
        List<Stage> stages,
        long calls,
        BigDecimal dollars,
        List<String> unpriced,
        List<String> assumptions) {
    private static final int CHARACTERS_A_TOKEN = 4;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int SECONDS_A_CALL = 6;
    private static final int SECONDS_A_REASONED_CALL = 30;
    private static final List<String> ASSUMPTIONS = List.of(
            CHARACTERS_A_TOKEN + " characters a token",
            "output tokens: opinion 260, completion 120, reply 220; five times as many for reasoning models",
            SECONDS_A_CALL + " s a call, " + SECONDS_A_REASONED_CALL
                    + " s for reasoning models, at the endpoint's concurrency",
            "an answer that is in the run store already is counted as if it had to be asked");

    /**
     * One model's answers on one system.
     *
     * @param dollars null when the model has no price, or its endpoint costs nothing
     */
    public record Stage(
            String model,
            String system,
            boolean free,
            long calls,
            long promptTokens,
            long completionTokens,
            BigDecimal dollars,
            double hours) {}

    public static Plan of(RunSetting setting) {
        List<Stage> stages = new ArrayList<>();
        for (ItemSets set : ItemSets.choose(setting)) {
            PromptTemplate template = new Prompts(setting.data()).template(set.system());
            setting.leaderboard().examinees().forEach(examinee -> stages.add(stage(setting, set, template, examinee)));
        }
        return new Plan(
                setting.period(),
                stages,
                stages.stream()
                        .filter(stage -> !stage.free())
                        .mapToLong(Stage::calls)
                        .sum(),
                stages.stream()
                        .map(Stage::dollars)
                        .filter(dollars -> dollars != null)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                stages.stream()
                        .filter(stage -> !stage.free() && stage.dollars() == null)
                        .map(Stage::model)
                        .distinct()
                        .toList(),
                ASSUMPTIONS);
    }

    private static Stage stage(RunSetting setting, ItemSets set, PromptTemplate template, Examinee examinee) {
        Endpoint endpoint = setting.leaderboard().endpoint(examinee.endpoint()).orElseThrow();
        boolean free = endpoint.kind() != Endpoint.Kind.OPENAI;
        int samples = setting.leaderboard().sampling().samples();
        long calls = (long) set.items().size() * samples;
        long prompt = 0;
        for (Item item : set.items()) {
            prompt += characters(setting, set, template, examinee, item) * samples / CHARACTERS_A_TOKEN;
        }
        long completion = calls * outputTokens(set.system().elicitation()) * (examinee.reasoning() ? 5 : 1);
        int seconds = examinee.reasoning() ? SECONDS_A_REASONED_CALL : SECONDS_A_CALL;
        return new Stage(
                examinee.id(),
                set.system().id(),
                free,
                calls,
                prompt,
                completion,
                free ? null : cost(examinee.price(), prompt, completion),
                free ? 0 : calls * (double) seconds / endpoint.concurrency() / 3600);
    }

    private static long characters(
            RunSetting setting, ItemSets set, PromptTemplate template, Examinee examinee, Item item) {
        return Interview.request(
                        examinee,
                        set.system(),
                        template,
                        item,
                        setting.leaderboard().sampling(),
                        0)
                .messages()
                .stream()
                .mapToLong(message -> message.content().length())
                .sum();
    }

    private static int outputTokens(Elicitation elicitation) {
        return switch (elicitation) {
            case OPINION -> 260;
            case COMPLETION -> 120;
            case REPLY -> 220;
        };
    }

    private static BigDecimal cost(Price price, long prompt, long completion) {
        return price == null
                ? null
                : price.input()
                        .multiply(BigDecimal.valueOf(prompt))
                        .add(price.output().multiply(BigDecimal.valueOf(completion)))
                        .divide(MILLION, 4, RoundingMode.HALF_UP);
    }

    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-24s %-10s %8s %12s %12s %10s %8s%n",
                "model",
                "system",
                "calls",
                "prompt tok",
                "output tok",
                "dollars",
                "hours"));
        for (Stage s : stages) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s %-10s %8d %12d %12d %10s %8.2f%n",
                    s.model(),
                    s.system(),
                    s.calls(),
                    s.promptTokens(),
                    s.completionTokens(),
                    s.free() ? "none" : s.dollars() == null ? "unknown" : s.dollars(),
                    s.hours()));
        }
        text.append(calls).append(" calls to paid or remote endpoints, $").append(dollars.toPlainString());
        if (!unpriced.isEmpty()) {
            text.append(", and the unknown cost of ").append(String.join(", ", unpriced));
        }
        return text.append("\nassumed: ").append(String.join("; ", assumptions)).toString();
    }
}
