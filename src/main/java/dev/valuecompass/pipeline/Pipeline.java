package dev.valuecompass.pipeline;

import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.config.Leaderboard;
import dev.valuecompass.llm.RunStore;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.pipeline.rounds.RoundRecord;
import dev.valuecompass.pipeline.rounds.Rounds;
import dev.valuecompass.recognition.Recognizers;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.freeze.CaseSelection;
import dev.valuecompass.snapshot.freeze.EvaluatedSystem;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The whole line: items, responses, recognition, scores, snapshot, site. */
public final class Pipeline {
    private final RunSetting setting;
    private final Map<String, String> environment;
    private final String program;
    private final Consumer<String> progress;

    /**
     * @param environment where keys are looked up
     * @param program version of this program, for the record
     * @param progress is told what happens, a line at a time
     */
    public Pipeline(RunSetting setting, Map<String, String> environment, String program, Consumer<String> progress) {
        this.setting = setting;
        this.environment = environment;
        this.program = program;
        this.progress = progress;
    }

    /**
     * Evaluates, freezes and renders. Answers that the run store holds are not asked again; when too many are missing,
     * nothing is frozen or rendered.
     *
     * @param acceptChanges whether a run store that was begun with other prompts, parameters or texts is gone on with
     */
    public RunReport run(Path out, boolean acceptChanges) {
        Leaderboard board = setting.leaderboard();
        KeyCheck.require(board.usedEndpoints(), environment, "leaderboard.yml");
        try (RunStore store = RunStore.open(setting.runs().resolve(setting.period() + ".sqlite"));
                ChatModels chat = ChatModels.open(board, setting.data(), store, environment);
                ValueRecognizer recognizer = Recognizers.open(
                        board,
                        setting.data(),
                        setting.theory(),
                        chat,
                        setting.runs().resolve(Recognizers.VECTORS))) {
            chat.onParked(parked -> progress.accept(parked.text()));
            List<RoundRecord> rounds = new Rounds(setting, chat, recognizer, progress).ensure();
            List<ItemSets> items = ItemSets.choose(setting);
            Experiment.guard(setting, items, store, chat, acceptChanges);
            Reading reading = new Reading(recognizer);
            Bill bill = new Bill();
            rounds.forEach(round -> bill.add(
                    round.spent().promptTokens(),
                    round.spent().completionTokens(),
                    round.spent().dollars()));
            CaseSelection cases = new CaseSelection(board.evaluation().casesPerDimension());
            List<EvaluatedSystem> evaluated = evaluate(items, chat, reading, cases, bill);
            RunReport.Effort effort = RunReport.Effort.of(board, items, chat, reading);
            List<Coverage.Gap> gaps = new Coverage(board.evaluation().minimumCoverage()).gaps(evaluated);
            if (!gaps.isEmpty()) {
                return RunReport.incomplete(setting, effort, gaps);
            }
            PeriodRecord period =
                    new Freezing(setting, recognizer.card(), bill, program).period(evaluated, cases.selected());
            return RunReport.complete(setting, effort, publish(period, out));
        }
    }

    private List<EvaluatedSystem> evaluate(
            List<ItemSets> items, ChatModels chat, Reading reading, CaseSelection cases, Bill bill) {
        Leaderboard board = setting.leaderboard();
        Interview interview = new Interview(chat, new Prompts(setting.data()), board);
        SystemEvaluation evaluation = new SystemEvaluation(interview, reading, board.sampling(), cases, bill);
        List<EvaluatedSystem> evaluated = new ArrayList<>();
        for (ItemSets set : items) {
            progress.accept("%s: asking %d models %d items"
                    .formatted(
                            set.system().id(),
                            board.examinees().size(),
                            set.items().size()));
            evaluated.add(evaluation.run(set, board.examinees()));
        }
        return evaluated;
    }

    private RunReport.Published publish(PeriodRecord period, Path out) {
        PeriodStore periods = new PeriodStore(setting.data().own());
        periods.write(period);
        progress.accept("rendering the site");
        Publishing.Rendered site = Publishing.render(setting.data(), out, Optional.empty());
        return new RunReport.Published(periods.folder(setting.period()).toString(), site.page());
    }
}
