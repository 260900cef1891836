package dev.valuecompass.items.writing;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.Mishap;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Asks the explorers in turn: a request goes to the one whose turn it is, and to the next one when nothing usable comes
 * back, so that a dead model costs its turns and nothing else.
 */
public final class ExplorerRotation {
    private final ChatModel chat;
    private final List<Examinee> explorers;
    private final Sampling sampling;
    private final AskCounts askCounts;
    private final Refusals refusals;
    private final int firstSample;

    /**
     * @param explorers at least one
     * @param refusals decide what may become an item
     * @param firstSample added to the number of each request, so that equal prompts of two rounds get answers of their own
     */
    public ExplorerRotation(
            ChatModel chat,
            List<Examinee> explorers,
            Sampling sampling,
            AskCounts askCounts,
            Refusals refusals,
            int firstSample) {
        this.chat = chat;
        this.explorers = List.copyOf(explorers);
        this.sampling = sampling;
        this.askCounts = askCounts;
        this.refusals = refusals;
        this.firstSample = firstSample;
    }

    /**
     * What a model wrote, made sense of.
     *
     * @param model id of the examinee
     */
    public record Proposal<T>(T content, String model) {}

    /**
     * @param turn whose turn it is, counted from 0 over all requests
     * @param sample tells equal prompts of different occasions apart
     * @param reading of an answer; empty when it is not usable
     * @return empty when no explorer gave a usable answer
     */
    public <T> Optional<Proposal<T>> ask(
            Purpose purpose, String prompt, int turn, int sample, Function<String, Optional<T>> reading) {
        return ask(purpose, prompt, turn, sample, (text, explorer) -> reading.apply(text));
    }

    /** The same for a text that becomes an item: one that is refused for what is in it is not usable. */
    public Optional<Proposal<String>> askItem(
            Purpose purpose, String prompt, int turn, int sample, Function<String, Optional<String>> reading) {
        return askScreened(purpose, prompt, turn, sample, reading, item -> item);
    }

    /** The same for what is published: if its text is refused for what is in it, it is not usable. */
    public <T> Optional<Proposal<T>> askScreened(
            Purpose purpose,
            String prompt,
            int turn,
            int sample,
            Function<String, Optional<T>> reading,
            Function<T, String> published) {
        return ask(
                purpose,
                prompt,
                turn,
                sample,
                (text, explorer) -> reading.apply(text).filter(one -> refusals.admits(published.apply(one), explorer)));
    }

    private <T> Optional<Proposal<T>> ask(
            Purpose purpose, String prompt, int turn, int sample, BiFunction<String, String, Optional<T>> reading) {
        for (int i = 0; i < explorers.size(); i++) {
            Examinee explorer = explorers.get(Math.floorMod(turn + i, explorers.size()));
            ChatResult result = chat.ask(new ChatRequest(
                    purpose,
                    explorer.endpoint(),
                    explorer.model(),
                    List.of(Message.user(prompt)),
                    sampling.with(explorer.settings().parameters()),
                    firstSample + sample));
            Optional<T> content = result.outcome() == Outcome.ANSWERED
                    ? read(text -> reading.apply(text, explorer.id()), result.text())
                    : Optional.empty();
            askCounts.note(explorer.id(), content.isPresent());
            if (content.isPresent()) {
                return content.map(usable -> new Proposal<>(usable, explorer.id()));
            }
        }
        return Optional.empty();
    }

    /** What cannot be read is not usable, whatever the cause. */
    private static <T> Optional<T> read(Function<String, Optional<T>> reading, String text) {
        try {
            return reading.apply(text);
        } catch (RuntimeException | Error e) {
            Mishap.of(e);
            return Optional.empty();
        }
    }
}
