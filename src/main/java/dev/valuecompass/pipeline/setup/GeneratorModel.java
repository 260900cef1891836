package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.Defect;
import dev.valuecompass.items.writing.WritingModel;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.Sampling;
import java.util.List;

/** Finds the model that writes: the one in the role of generator, a fine-tuned one as well as any other. */
public final class GeneratorModel {
    /** As the papers generate. */
    private static final double TEMPERATURE = 1;

    private static final double TOP_P = 0.95;

    private GeneratorModel() {}

    /** @throws ConfigException when no model has the role */
    public static WritingModel generator(LeaderboardConfig board, ChatModel chat) {
        String id = board.roles().generator();
        if (id.isEmpty()) {
            throw new ConfigException(List.of(new Defect(
                    "leaderboard.yml: roles",
                    "no model writes items",
                    "name an examinee as 'generator', a fine-tuned one if you have it")));
        }
        Examinee examinee = board.examinee(id).orElseThrow();
        int concurrency = board.endpoint(examinee.endpoint()).orElseThrow().concurrency();
        return new WritingModel(
                chat,
                new WritingModel.ModelAddress(id, examinee.endpoint(), examinee.model(), concurrency),
                new Sampling(
                        TEMPERATURE,
                        TOP_P,
                        board.roles().generatorMaxTokens(),
                        examinee.settings().parameters()));
    }
}
