package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.Defect;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.chain.Detour;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.ValueRecognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes new items without an evaluation. What has been made by the same settings is left as it is. */
public final class Generation {
    private final RunSetting setting;
    private final Map<String, String> environment;
    private final Consumer<String> progress;

    /** @param environment where keys are looked up */
    public Generation(RunSetting setting, Map<String, String> environment, Consumer<String> progress) {
        this.setting = setting;
        this.environment = environment;
        this.progress = progress;
    }

    /**
     * What was made.
     *
     * @param complete whether the rounds of all systems are made
     * @param rounds of this and of earlier commands
     * @param calls requests that were sent; all other answers came from the run store
     * @param nothing whether there was nothing to do: everything had been made
     */
    public record Report(boolean complete, List<RoundRecord> rounds, long calls, boolean nothing) {
        public String text() {
            if (nothing) {
                String made = rounds.stream()
                        .map(round -> "the items of %s in %s are made: %d\n"
                                .formatted(
                                        round.system(),
                                        round.period(),
                                        round.figures().kept()))
                        .collect(Collectors.joining());
                return made + "nothing to do, 0 calls";
            }
            return rounds.stream().map(RoundRecord::text).collect(Collectors.joining("\n"))
                    + "\n" + calls + " calls"
                    + (complete ? "" : "\nincomplete: the same command goes on from here");
        }
    }

    /** The same with calls as files or batches. @param detour who stands before endpoints; empty for a network */
    public Report run(Optional<Detour> detour) {
        LeaderboardConfig board = setting.leaderboard();
        List<SystemPlan> plans = RoundMaker.evolving(board);
        if (plans.isEmpty()) {
            throw new ConfigException(List.of(new Defect(
                    "leaderboard.yml: systems", "no system evolves", "add 'evolve: {budget: …}' to one of them")));
        }
        if (setting.frozen().isPresent()) {
            progress.accept(setting.frozenText());
            return new Report(true, List.of(), 0, true);
        }
        List<RoundRecord> finished = RoundMaker.finished(setting);
        if (finished.size() == plans.size()) {
            return new Report(true, finished, 0, true);
        }
        if (detour.filter(Detour::all).isEmpty()) {
            KeyCheck.require(board.usedEndpoints(), environment, "leaderboard.yml");
        }
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(board, setting.data(), store, environment, detour);
                ValueRecognizer recognizer = setting.recognizer(chat)) {
            chat.onParked(parked -> progress.accept(parked.text()));
            setting.time().ifPresent(chat::stopAfter);
            RoundMaker rounds = new RoundMaker(setting, chat, recognizer, progress);
            List<RoundRecord> made = new ArrayList<>();
            try {
                plans.forEach(plan -> made.add(finished.stream()
                        .filter(round -> round.system().equals(plan.system()))
                        .findFirst()
                        .orElseGet(() -> rounds.make(plan))));
            } catch (UnfinishedRoundException e) {
                progress.accept(e.getMessage());
            }
            long calls =
                    chat.calls().values().stream().mapToLong(Long::longValue).sum();
            return new Report(made.size() == plans.size(), made, calls, false);
        }
    }
}
