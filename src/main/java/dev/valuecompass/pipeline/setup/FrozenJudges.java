package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RecognizerKind.AskedModel;
import dev.valuecompass.config.Roles;
import dev.valuecompass.importing.exchange.EveryEvalExport;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which models read the answers of a frozen period, as far as today's leaderboard file can prove it. */
public final class FrozenJudges {
    private FrozenJudges() {}

    /** Empty where no model read, or where another judge, prompt or setting would be opened today than read then. */
    public static Optional<EveryEvalExport.Judges> of(
            Snapshot snapshot, LeaderboardConfig leaderboard, DataFolder data, Theory theory) {
        Roles roles = leaderboard.roles();
        List<AskedModel> readers = roles.recognizer().readers();
        if (readers.isEmpty()) {
            return Optional.empty();
        }
        String version = Recognizers.open(
                        roles.recognizer(), leaderboard, data, theory, null, Path.of(Recognizers.VECTORS))
                .card()
                .version();
        boolean same =
                snapshot.recognizers().stream().anyMatch(card -> card.version().equals(version));
        List<String> ids =
                readers.stream().map(reader -> roles.reader(reader.role())).toList();
        return same
                ? Optional.of(new EveryEvalExport.Judges(
                        leaderboard.examinees().stream()
                                .filter(examinee -> ids.contains(examinee.id()))
                                .map(FrozenJudges::entry)
                                .toList(),
                        readers.stream()
                                .map(reader -> TextFile.read(data.file("prompts/" + reader.prompt() + ".md")))
                                .collect(Collectors.joining("\n\n"))))
                : Optional.empty();
    }

    private static ModelEntry entry(Examinee model) {
        return ModelEntryFields.copy(ModelEntry.named(model.id(), model.name()))
                .developer(model.developer())
                .open(model.open())
                .build();
    }
}
