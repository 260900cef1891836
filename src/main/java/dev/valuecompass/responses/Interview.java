package dev.valuecompass.responses;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.function.Consumer;

/** Puts every item to a model and hands on each response as it arrives. */
public final class Interview {
    private final ChatModel chat;
    private final Prompts prompts;
    private final LeaderboardConfig leaderboard;

    /** @param leaderboard says how many requests each endpoint takes at once */
    public Interview(ChatModel chat, Prompts prompts, LeaderboardConfig leaderboard) {
        this.chat = chat;
        this.prompts = prompts;
        this.leaderboard = leaderboard;
    }

    /**
     * Asks one model all items, as many at once as its endpoint takes, and returns when each (item, sample) has had its
     * one response. What is held in memory is proportional to that number, not to the number of items. When the calling
     * thread is interrupted, what was not yet asked ends as cancelled and the interrupt is passed on.
     *
     * @param consumer is called by one thread at a time, in the order of arrival, which differs from run to run
     */
    public void ask(
            Examinee examinee,
            ValueSystem system,
            List<Item> items,
            AnswerSampling sampling,
            Consumer<Response> consumer) {
        ask(examinee, system, prompts.template(system), items, sampling, consumer);
    }

    /** The same with another prompt than the system's. */
    public void ask(
            Examinee examinee,
            ValueSystem system,
            PromptTemplate template,
            List<Item> items,
            AnswerSampling sampling,
            Consumer<Response> consumer) {
        int concurrency = leaderboard
                .endpoint(examinee.endpoint())
                .orElseThrow(() -> new IllegalArgumentException("no endpoint '" + examinee.endpoint() + "'"))
                .concurrency();
        new WorkerPool(concurrency, items.size() * (long) sampling.samples(), "ask " + examinee.id())
                .run(
                        number -> {
                            Item item = items.get((int) (number / sampling.samples()));
                            int sample = (int) (number % sampling.samples());
                            ChatRequest request = request(examinee, system, template, item, sampling, sample);
                            return AnswerClassifier.read(item.id(), examinee.id(), request, ask(request));
                        },
                        consumer);
    }

    /**
     * Asks one model one item.
     *
     * @param sample number of the repetition; another one than an evaluation uses gives another answer than it will get
     */
    public Response one(Examinee examinee, ValueSystem system, Item item, AnswerSampling sampling, int sample) {
        ChatRequest request = request(examinee, system, prompts.template(system), item, sampling, sample);
        return AnswerClassifier.read(item.id(), examinee.id(), request, ask(request));
    }

    /** After an interrupt not even the store is asked, so that a stopped run ends at once. */
    private ChatResult ask(ChatRequest request) {
        return Thread.currentThread().isInterrupted()
                ? ChatResult.failed(Outcome.CANCELLED, "stopped before it was asked")
                : chat.ask(request);
    }

    /** The request by which an item is put to a model; whoever plans or counts calls builds the same. */
    public static ChatRequest request(
            Examinee examinee,
            ValueSystem system,
            PromptTemplate template,
            Item item,
            AnswerSampling sampling,
            int sample) {
        return new ChatRequest(
                purpose(system),
                examinee.endpoint(),
                examinee.model(),
                messages(examinee, Prompts.message(template, item.text(), sampling.keyPoints())),
                Sampling.of(sampling, examinee),
                sample);
    }

    /** What a model under test is told: its system prompt, where it has one, and the question. */
    public static List<Message> messages(Examinee examinee, String question) {
        String system = examinee.settings().systemPrompt();
        return system.isEmpty()
                ? List.of(Message.user(question))
                : List.of(Message.system(system), Message.user(question));
    }

    private static Purpose purpose(ValueSystem system) {
        return switch (system.elicitation()) {
            case OPINION -> Purpose.OPINION;
            case COMPLETION -> Purpose.COMPLETION;
            case REPLY -> Purpose.REPLY;
        };
    }
}
