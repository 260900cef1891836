package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.Digest;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the answers of a round on a bill, each distinct request once: a repeated one is answered from the run store. */
final class MeteredChat implements ChatModel {
    private final ChatModel chat;
    private final RunCost bill = new RunCost();
    private final Map<String, Examinee> examinees;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    MeteredChat(ChatModel chat, LeaderboardConfig board) {
        this.chat = chat;
        this.examinees = board.examinees().stream()
                .collect(Collectors.toMap(
                        examinee -> name(examinee.endpoint(), examinee.model()), Function.identity(), (a, b) -> a));
    }

    @Override
    public ChatResult ask(ChatRequest request) {
        ChatResult result = chat.ask(request);
        if (seen.add(Digest.sha256(request.toString()))) {
            bill.add(examinees.get(name(request.endpoint(), request.model())), result.usage());
        }
        return result;
    }

    RoundRecord.AnswerCost spent() {
        return new RoundRecord.AnswerCost(bill.promptTokens(), bill.completionTokens(), bill.dollars());
    }

    private static String name(String endpoint, String model) {
        return endpoint + "\n" + model;
    }
}
