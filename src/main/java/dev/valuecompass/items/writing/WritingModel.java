package dev.valuecompass.items.writing;

import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One model that writes on request, several requests at a time. Whatever goes wrong at the other end is an empty answer:
 * a text that did not come is no text, and the run goes on with the others.
 */
public final class WritingModel {
    private final ChatModel chat;
    private final ModelAddress desk;
    private final Sampling sampling;

    /**
     * Where the model is found.
     *
     * @param id of the model in the leaderboard, for the record
     * @param endpoint id of the endpoint that serves it
     * @param model the name by which the endpoint knows it
     * @param concurrency requests under way at once, 1 or more
     */
    public record ModelAddress(String id, String endpoint, String model, int concurrency) {}

    /** @param desk whose part the model plays @param sampling of every request */
    public WritingModel(ChatModel chat, ModelAddress desk, Sampling sampling) {
        this.chat = chat;
        this.desk = desk;
        this.sampling = sampling;
    }

    /** Id of the model, for the record. */
    public String id() {
        return desk.id();
    }

    /** @param sample number of the repetition, from 0: the same prompt may be asked several times */
    public Optional<String> write(Purpose purpose, String prompt, int sample) {
        ChatResult result = chat.ask(new ChatRequest(
                purpose, desk.endpoint(), desk.model(), List.of(Message.user(prompt)), sampling, sample));
        return result.outcome() == Outcome.ANSWERED && !result.text().isBlank()
                ? Optional.of(result.text())
                : Optional.empty();
    }

    /** The answers in the order of the prompts. An interrupt ends it and stays set. */
    public List<Optional<String>> writeAll(Purpose purpose, List<String> prompts) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, desk.concurrency()));
        try {
            List<Future<Optional<String>>> pending = new ArrayList<>();
            for (String prompt : prompts) {
                pending.add(threads.submit(() -> write(purpose, prompt, 0)));
            }
            List<Optional<String>> written = new ArrayList<>();
            for (Future<Optional<String>> answer : pending) {
                written.add(answer.get());
            }
            return written;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + desk.id() + " was writing", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
