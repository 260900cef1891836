package dev.valuecompass.responses;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.ControlTokens;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.value.Instrument;
import dev.valuecompass.value.Instrument.Question;
import dev.valuecompass.value.Instrument.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts every question of an instrument to a model, each pair of statements in both orders. */
public final class ClosedInterview {
    private static final List<String> CHOICE = List.of("first", "second");
    private static final List<String> RATING = List.of("statement");

    private final ChatModel chat;
    private final DataFolder data;
    private final LeaderboardConfig leaderboard;

    /** @param leaderboard says how many requests each endpoint takes at once */
    public ClosedInterview(ChatModel chat, DataFolder data, LeaderboardConfig leaderboard) {
        this.chat = chat;
        this.data = data;
        this.leaderboard = leaderboard;
    }

    /** Every answer, in the order of the questions. After an interrupt what was not yet asked ends as cancelled. */
    public List<ClosedResponse> ask(Examinee examinee, Instrument instrument) {
        List<ChatRequest> requests = requests(examinee, instrument, data, leaderboard.sampling());
        int concurrency =
                leaderboard.endpoint(examinee.endpoint()).orElseThrow().concurrency();
        int orders = instrument.elicitation().orders();
        ClosedResponse[] responses = new ClosedResponse[requests.size()];
        new WorkerPool(concurrency, requests.size(), "ask " + examinee.id() + " " + instrument.id())
                .run(
                        number -> {
                            int at = (int) number;
                            Question question = instrument.questions().get(at / orders);
                            return Map.entry(at, read(question, at % orders, ask(requests.get(at))));
                        },
                        one -> responses[one.getKey()] = one.getValue());
        return List.of(responses);
    }

    private ChatResult ask(ChatRequest request) {
        return Thread.currentThread().isInterrupted()
                ? ChatResult.failed(Outcome.CANCELLED, "stopped before it was asked")
                : chat.ask(request);
    }

    /** The requests by which an instrument is put to a model; whoever reckons what it costs builds the same. */
    public static List<ChatRequest> requests(
            Examinee examinee, Instrument instrument, DataFolder data, AnswerSampling sampling) {
        boolean choice = instrument.elicitation() == Instrument.Form.CHOICE;
        PromptTemplate template = choice
                ? PromptTemplate.read(data, "prompts/choice.md", CHOICE)
                : PromptTemplate.read(data, "prompts/rating.md", RATING);
        List<ChatRequest> requests = new ArrayList<>();
        for (Question question : instrument.questions()) {
            for (int order = 0; order < instrument.elicitation().orders(); order++) {
                List<Statement> shown = question.shown(order);
                String message = template.fill(
                        choice
                                ? Map.of(
                                        "first",
                                        shown.get(0).text(),
                                        "second",
                                        shown.get(1).text())
                                : Map.of("statement", shown.get(0).text()));
                requests.add(new ChatRequest(
                        choice ? Purpose.CHOICE : Purpose.RATING,
                        examinee.endpoint(),
                        examinee.model(),
                        Interview.messages(examinee, message),
                        Sampling.of(sampling, examinee),
                        0));
            }
        }
        return requests;
    }

    /** An answer that is not in the form that was asked for is unparsed; nothing is guessed. */
    static ClosedResponse read(Question question, int order, ChatResult result) {
        if (result.outcome() != Outcome.ANSWERED) {
            return new ClosedResponse(question.id(), order, result.outcome(), null);
        }
        if (ControlTokens.firstIn(result.text()).isPresent()) {
            return new ClosedResponse(question.id(), order, Outcome.UNPARSED, null);
        }
        List<Statement> shown = question.shown(order);
        Optional<Integer> given = shown.size() == 2
                ? ChoiceParser.parse(
                        result.text(), shown.get(0).text(), shown.get(1).text())
                : RatingParser.parse(result.text());
        if (given.isPresent()) {
            return new ClosedResponse(question.id(), order, Outcome.ANSWERED, given.get());
        }
        Outcome outcome = RefusalDetector.refuses(result.text()) ? Outcome.REFUSED : Outcome.UNPARSED;
        return new ClosedResponse(question.id(), order, outcome, null);
    }
}
