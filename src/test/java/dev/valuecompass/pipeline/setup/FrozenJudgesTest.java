package dev.valuecompass.pipeline.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.LeaderboardReader;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenJudgesTest {
    private static final DataFolder DATA = DataFolder.over(Path.of("data"));
    private static final Theory THEORY = Theory.load(DATA);

    @TempDir
    Path folder;

    private LeaderboardConfig board(String roles) throws IOException {
        Path file = Files.writeString(folder.resolve("leaderboard.yml"), """
                title: {name: Judged}
                endpoints:
                  - {id: simulated, kind: simulated, file: simulated/contexts.yml}
                examinees:
                  - {id: small, name: Small Judge, endpoint: simulated, model: aurora-mini, developer: A, access: open, type: chat}
                  - {id: large, name: Large Judge, endpoint: simulated, model: aurora-large, developer: A, access: open, type: chat}
                roles: {%s}
                systems:
                  - {system: schwartz, pool: topics/schwartz.jsonl, items: 4}
                """.formatted(roles));
        return LeaderboardReader.read(file, THEORY, DATA);
    }

    private static Snapshot readBy(LeaderboardConfig board) {
        RecognizerCard card = Recognizers.open(
                        board.roles().recognizer(), board, DATA, THEORY, null, Path.of(Recognizers.VECTORS))
                .card();
        return SnapshotFields.copy(SamplePeriod.proven().snapshot())
                .recognizers(List.of(card))
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recognizer: direct, judge: small | Small Judge",
                "recognizer: llm, judge: small, concept-extractor: large | Small Judge, Large Judge",
            })
    void whoReadIsKnownWhereTodaysFileOpensTheSameRecognizer(String roles, String names) throws IOException {
        LeaderboardConfig board = board(roles);
        assertThat(FrozenJudges.of(readBy(board), board, DATA, THEORY)).hasValueSatisfying(judges -> {
            assertThat(judges.models()).extracting(ModelEntry::name).containsExactly(names.split(", "));
            assertThat(judges.prompt()).isNotBlank();
        });
        LeaderboardConfig other = board(roles.replace("judge: small", "judge: large"));
        assertThat(FrozenJudges.of(readBy(board), other, DATA, THEORY)).isEmpty();
    }

    @Test
    void thereIsNoJudgeWhereNoModelReads() throws IOException {
        LeaderboardConfig embedded = board("recognizer: embedded");
        assertThat(FrozenJudges.of(SamplePeriod.proven().snapshot(), embedded, DATA, THEORY))
                .isEmpty();
    }
}
