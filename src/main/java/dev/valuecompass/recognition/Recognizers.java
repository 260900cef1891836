package dev.valuecompass.recognition;

import dev.valuecompass.config.Leaderboard;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.recognition.judge.DirectRecognizer;
import dev.valuecompass.recognition.judge.Judge;
import dev.valuecompass.value.Theory;
import java.util.List;

/** The one list of recognisers. */
public final class Recognizers {
    private Recognizers() {}

    public static ValueRecognizer open(Leaderboard board, DataFolder data, Theory theory, ChatModel chat) {
        return new DirectRecognizer(data, theory, new Judge(board.examinees().get(0), chat), List.of());
    }
}
