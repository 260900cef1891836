package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.LeaderboardReader;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.store.Overrides;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Instrument;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a run needs to know, all of it read and checked before anything is sent.
 *
 * @param runs folder of the run store
 * @param period {@code YYYY-MM}
 * @param time after which asking items ends; empty for when all are asked
 * @param overrides what of the run store may be given up
 * @param amendment whether a frozen period may be changed
 */
public record RunSetting(
        LeaderboardConfig leaderboard,
        Theory theory,
        DataFolder data,
        Path runs,
        String period,
        Optional<Duration> time,
        Overrides overrides,
        Amendment amendment) {

    /** @param seed used instead of the configured one when present */
    public static RunSetting read(DataFolder data, Path config, Path runs, String period, OptionalLong seed) {
        return read(data, config, runs, period, seed, doubt -> {});
    }

    /** The same. @param doubts is told what may be meant as it is, and most likely is not */
    public static RunSetting read(
            DataFolder data, Path config, Path runs, String period, OptionalLong seed, Consumer<Defect> doubts) {
        Theory theory = Theory.load(data, doubts);
        LeaderboardConfig configured = LeaderboardReader.read(config, theory, data, doubts);
        FolderContents.doubts(data, configured).forEach(doubts);
        LeaderboardConfig leaderboard = seed.isPresent() ? seeded(configured, seed.getAsLong()) : configured;
        return new RunSetting(
                leaderboard, theory, data, runs, period, Optional.empty(), Overrides.NONE, Amendment.NONE);
    }

    /** The same with only these examinees under test; those with a role keep it. */
    public RunSetting asking(List<String> ids) {
        List<Examinee> asked = leaderboard.examinees().stream()
                .filter(examinee -> ids.contains(examinee.id()))
                .toList();
        return with(leaderboard.withExaminees(asked));
    }

    /** The same evaluation by a changed leaderboard. */
    public RunSetting with(LeaderboardConfig changed) {
        return new RunSetting(changed, theory, data, runs, period, time, overrides, amendment);
    }

    /** The same, asking no longer than this. */
    public RunSetting within(Duration most) {
        return new RunSetting(leaderboard, theory, data, runs, period, Optional.of(most), overrides, amendment);
    }

    /** The same, giving up of the run store what these allow. */
    public RunSetting giving(Overrides up) {
        return new RunSetting(leaderboard, theory, data, runs, period, time, up, amendment);
    }

    /** The same, changing a frozen period as this allows. */
    public RunSetting amending(Amendment allowed) {
        return new RunSetting(leaderboard, theory, data, runs, period, time, overrides, allowed);
    }

    /** The period as it is frozen, where nothing may be asked for it any more; empty otherwise. */
    public Optional<Snapshot> frozen() {
        PeriodStore periods = new PeriodStore(data.own());
        return periods.periods().contains(period)
                ? Optional.of(periods.snapshot(period))
                        .filter(snapshot -> !amendment.allows(snapshot.synthetic(), leaderboard.synthetic()))
                : Optional.empty();
    }

    /** The second instruments that the leaderboard names, in its order. */
    public List<Instrument> instruments() {
        return leaderboard.systems().stream()
                .flatMap(plan -> plan.instruments().stream())
                .map(id -> Instrument.read(data, theory, id))
                .toList();
    }

    /** Those that the leaderboard names; where it names none, all that its systems have. */
    public List<Instrument> instrumentsOrAll() {
        List<Instrument> named = instruments();
        List<String> systems =
                leaderboard.systems().stream().map(plan -> plan.system()).toList();
        return !named.isEmpty()
                ? named
                : Instrument.all(data, theory).stream()
                        .filter(instrument -> systems.contains(instrument.system()))
                        .toList();
    }

    /** Files of other sets of items, by the system that names them. */
    public Map<String, List<String>> referencePools() {
        return leaderboard.systems().stream()
                .filter(plan -> !plan.referencePools().isEmpty())
                .collect(Collectors.toMap(SystemPlan::system, SystemPlan::referencePools));
    }

    /** What of recorded answers does not fit what is asked, and may be meant so. */
    public List<Defect> recordedDoubts() {
        return new RecordedFit(leaderboard, data, theory).all().warnings();
    }

    /** What to say where nothing was asked because the period is frozen. */
    public String frozenText() {
        return "period " + period + " is frozen: nothing is asked for it. To publish a correction: --reason TEXT"
                + " (docs/corrections.md)";
    }

    /** The run store, to be written; see {@link RunStore#open(Path, Overrides)}. */
    public RunStore openStore() {
        return RunStore.open(store(), overrides);
    }

    /** The file of the run store. */
    public Path store() {
        return runs.resolve(period + ".sqlite");
    }

    /**
     * The recogniser of the leaderboard's roles; the vectors it makes are kept beside the run store.
     *
     * @param chat asked by a recogniser that is itself a model
     */
    public ValueRecognizer recognizer(ChatModel chat) {
        return Recognizers.open(leaderboard, data, theory, chat, runs.resolve(Recognizers.VECTORS));
    }

    /** What is known of that recogniser before anything is read: it asks nobody and opens no file but its weights. */
    public RecognizerCard recognizerCard() {
        ChatModel nobody = request -> ChatResult.failed(Outcome.CANCELLED, "");
        try (ValueRecognizer recognizer = Recognizers.unstored(leaderboard, data, theory, nobody)) {
            return Recognizers.card(recognizer, data);
        }
    }

    private static LeaderboardConfig seeded(LeaderboardConfig leaderboard, long seed) {
        return leaderboard.withEvaluation(leaderboard.evaluation().withSeed(seed));
    }
}
