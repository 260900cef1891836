package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.Usage;
import dev.valuecompass.llm.batch.ProviderBatches;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.responses.Interview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts one request to each model before a run is paid for, with the parameters that the run will send. Its first line
 * holds a code word and the end asks for it, so a server that silently cuts the beginning of a prompt gives itself away
 * (R7, R49).
 */
public final class Doctor {
    private static final int AT_ONCE = 16;

    /** About 1,500 tokens, more than an item and its prompt take. */
    private static final int FILLING_LINES = 150;

    private final LeaderboardConfig leaderboard;
    private final Map<String, String> environment;
    private final ChatModel chat;
    private final DataFolder data;
    private final RecordedFit recorded;

    /** @param chat should not answer from a store */
    public Doctor(RunSetting setting, Map<String, String> environment, ChatModel chat) {
        this.leaderboard = setting.leaderboard();
        this.environment = environment;
        this.chat = chat;
        this.data = setting.data();
        this.recorded = new RecordedFit(leaderboard, setting.data(), setting.theory());
    }

    /** One finding for each examinee, in the order of the leaderboard file. */
    public List<Diagnosis> examine() {
        ExecutorService patients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return leaderboard.examinees().stream()
                    .map(examinee -> CompletableFuture.supplyAsync(() -> examine(examinee), patients))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            patients.shutdownNow();
        }
    }

    private Diagnosis examine(Examinee examinee) {
        Endpoint endpoint = leaderboard.endpoint(examinee.endpoint()).orElseThrow();
        if (endpoint.kind() == Endpoint.Kind.RECORDED) {
            return Diagnosis.ofRecorded(examinee, recorded.of(examinee));
        }
        List<Defect> keys = ChatModels.keyDefects(List.of(endpoint), environment);
        if (!keys.isEmpty()) {
            return Diagnosis.withoutKey(examinee, keys.get(0).what());
        }
        String canary = "canary-" + Digest.sha256(examinee.id()).substring(0, 8);
        ChatResult result = chat.ask(request(examinee, canary));
        boolean seen = SmallLetters.of(result.text()).contains(canary);
        Diagnosis one = Diagnosis.of(examinee, result, seen);
        return endpoint.batch() ? one.with(ProviderBatches.trouble(endpoint, data, environment)) : one;
    }

    private ChatRequest request(Examinee examinee, String canary) {
        AnswerSampling sampling = leaderboard.sampling();
        StringBuilder text = new StringBuilder("The code word is \"" + canary + "\".\n");
        for (int line = 1; line <= FILLING_LINES; line++) {
            text.append("Line ").append(line).append(" only fills the page; skip it.\n");
        }
        text.append("Reply with the code word from the first line and with nothing else.");
        return new ChatRequest(
                Purpose.DOCTOR,
                examinee.endpoint(),
                examinee.model(),
                Interview.messages(examinee, text.toString()),
                Sampling.of(sampling, examinee),
                0);
    }

    /** What one request could tell. */
    public enum Sign {
        YES,
        NO,
        /** The request did not get that far, or none was made. */
        UNKNOWN
    }

    /**
     * How one model is.
     *
     * @param sound whether a run can rely on it
     * @param auth whether the endpoint took the key
     * @param parameters whether it took the parameters that a run sends
     * @param canary whether the code word at the start of the prompt came back
     * @param usage whether it counts tokens; without that, cost and cut prompts go unnoticed
     * @param modelReported the id in the response; may be empty
     * @param detail in words, why it is not sound; may be empty
     */
    public record Diagnosis(
            String examinee,
            boolean sound,
            Sign auth,
            Sign parameters,
            Sign canary,
            Sign usage,
            String modelReported,
            String detail) {
        static Diagnosis withoutKey(Examinee examinee, String why) {
            return new Diagnosis(examinee.id(), false, Sign.NO, Sign.UNKNOWN, Sign.UNKNOWN, Sign.UNKNOWN, "", why);
        }

        static Diagnosis ofRecorded(Examinee examinee, RecordedFit.Result fit) {
            String doubts = Stream.concat(fit.defects().stream(), fit.warnings().stream())
                    .map(Defect::toString)
                    .collect(Collectors.joining("; "));
            return new Diagnosis(
                    examinee.id(),
                    fit.defects().isEmpty(),
                    Sign.UNKNOWN,
                    Sign.UNKNOWN,
                    Sign.UNKNOWN,
                    Sign.UNKNOWN,
                    "",
                    "its answers are recorded; nothing is sent" + (doubts.isEmpty() ? "" : "; " + doubts));
        }

        static Diagnosis of(Examinee examinee, ChatResult result, boolean seen) {
            boolean failed = result.outcome() == Outcome.PROVIDER_ERROR
                    || result.outcome() == Outcome.TRANSPORT_ERROR
                    || result.outcome() == Outcome.CANCELLED;
            boolean answered = result.outcome() == Outcome.ANSWERED;
            String ending = answered ? "" : result.outcome().name().toLowerCase(Locale.ROOT) + " ";
            String lost = answered && !seen ? "the code word at the prompt's start did not come back; " : "";
            return new Diagnosis(
                    examinee.id(),
                    answered && seen,
                    sign(failed, result, "HTTP 401", "HTTP 403"),
                    sign(failed, result, "HTTP 400", "HTTP 422"),
                    !answered ? Sign.UNKNOWN : seen ? Sign.YES : Sign.NO,
                    failed ? Sign.UNKNOWN : counted(result.usage()) ? Sign.YES : Sign.NO,
                    result.modelReported(),
                    (ending + lost + result.detail() + asked(examinee.settings(), !failed)).strip());
        }

        /** The same, where runs use batches. @param trouble why the provider lets them not; empty when it does */
        Diagnosis with(Optional<String> trouble) {
            String said =
                    trouble.map(why -> "its batches cannot be used: " + why).orElse("batches can be used");
            return new Diagnosis(
                    examinee,
                    sound && trouble.isEmpty(),
                    auth,
                    parameters,
                    canary,
                    usage,
                    modelReported,
                    detail.isEmpty() ? said : detail + "; " + said);
        }

        /** What a run will send beside the sampling, so that nobody takes a setting for sent that is not. */
        private static String asked(Examinee.Settings settings, boolean taken) {
            List<String> with = new ArrayList<>();
            if (!settings.parameters().isEmpty()) {
                with.add(settings.json());
            }
            if (!settings.systemPrompt().isEmpty()) {
                with.add("a system prompt");
            }
            return with.isEmpty() ? "" : (taken ? " asked" : "; asked") + " with " + String.join(" and ", with);
        }

        private static boolean counted(Usage usage) {
            return usage.prompt() != null && usage.completion() != null;
        }

        /** Whoever answered took key and parameters; of those who did not, some say what they did not take. */
        private static Sign sign(boolean failed, ChatResult result, String... refusals) {
            if (!failed) {
                return Sign.YES;
            }
            return List.of(refusals).stream().anyMatch(result.detail()::startsWith) ? Sign.NO : Sign.UNKNOWN;
        }
    }
}
