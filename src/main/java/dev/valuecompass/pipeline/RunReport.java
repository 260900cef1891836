package dev.valuecompass.pipeline;

import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.chain.SuspendedModel;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What a run did.
 *
 * @param complete whether the period was frozen; otherwise what was published before is untouched
 * @param synthetic whether any model is simulated
 * @param gaps where too few answers of a model were scored: why the run is incomplete, or who has no figures there
 * @param published null when incomplete
 * @param accounting what became of each model's items
 */
public record RunReport(
        String period,
        boolean complete,
        boolean synthetic,
        Effort effort,
        List<Coverage.Gap> gaps,
        PublishedFiles published,
        Accounting accounting) {

    /**
     * What it took.
     *
     * @param calls requests that were sent
     * @param stored requests that the run store answered
     * @param recognitionSeconds time the recogniser took, added up over threads
     * @param parked models that were not asked any more, each once, with the cause
     * @param open calls that the next run makes again
     */
    public record Effort(
            int models,
            int items,
            long calls,
            long stored,
            double recognitionSeconds,
            List<SuspendedModel> parked,
            long open) {
        static Effort of(LeaderboardConfig board, Examination.ExaminedModels result, ChatModels chat) {
            return new Effort(
                    board.examinees().size(),
                    result.items().stream().mapToInt(set -> set.items().size()).sum(),
                    chat.calls().values().stream().mapToLong(Long::longValue).sum(),
                    chat.replayed(),
                    result.recognitionSeconds(),
                    chat.parked(),
                    chat.open());
        }
    }

    /**
     * Where the results are.
     *
     * @param snapshot folder of the frozen period
     * @param site the first page
     */
    public record PublishedFiles(String snapshot, String site) {}

    static RunReport complete(
            RunSetting setting,
            Effort effort,
            List<Coverage.Gap> gaps,
            PublishedFiles published,
            Accounting accounting) {
        return new RunReport(
                setting.period(), true, setting.leaderboard().synthetic(), effort, gaps, published, accounting);
    }

    static RunReport incomplete(RunSetting setting, Effort effort, List<Coverage.Gap> gaps, Accounting accounting) {
        return new RunReport(
                setting.period(), false, setting.leaderboard().synthetic(), effort, gaps, null, accounting);
    }

    /** Of a run that found its period frozen, and asked nothing. */
    static RunReport frozen(RunSetting setting, PublishedFiles published) {
        Effort effort = new Effort(setting.leaderboard().examinees().size(), 0, 0, 0, 0, List.of(), 0);
        return new RunReport(
                setting.period(),
                true,
                setting.leaderboard().synthetic(),
                effort,
                List.of(),
                published,
                new Accounting(List.of(), new TreeMap<>(), BigDecimal.ZERO, List.of(), new TreeMap<>()));
    }

    /** Of a run whose time was up before its items were made. */
    static RunReport withoutItems(RunSetting setting, ChatModels chat) {
        Effort effort = new Effort(
                setting.leaderboard().examinees().size(),
                0,
                chat.calls().values().stream().mapToLong(Long::longValue).sum(),
                chat.replayed(),
                0,
                chat.parked(),
                chat.open());
        return incomplete(setting, effort, List.of(), Accounting.of(List.of(), chat, new TreeMap<>()));
    }

    private boolean nothingScored() {
        return !outOfTime()
                && gaps.stream().allMatch(gap -> gap.answered() == 0)
                && accounting.models().stream().noneMatch(model -> model.count(Outcome.ANSWERED) > 0);
    }

    private boolean outOfTime() {
        return effort.items() == 0
                || accounting.models().stream().anyMatch(model -> model.count(Outcome.CANCELLED) > 0);
    }

    public String text() {
        String took = String.format(
                Locale.ROOT,
                "%d models, %d items, %d calls%s, recognition %.1f s added up over threads%n",
                effort.models(),
                effort.items(),
                effort.calls(),
                effort.stored() == 0 ? "" : ", " + effort.stored() + " from the run store",
                effort.recognitionSeconds());
        if (complete && effort.items() == 0) {
            return "0 calls: period " + period + " was frozen before\n" + whereToLook();
        }
        String parked = String.join(
                "", effort.parked().stream().map(one -> one.text() + "\n").toList());
        return took + accounting.text() + parked + (complete ? whereToLook() : whatIsMissing());
    }

    private String whereToLook() {
        return String.join(
                        "",
                        gaps.stream()
                                .map(gap -> "without figures: " + gap.text() + "\n")
                                .toList())
                + (synthetic ? "The models are simulated: every figure of this period is synthetic.\n" : "")
                + "period    " + published.snapshot()
                + "\nsite      " + published.site();
    }

    private String whatIsMissing() {
        boolean overBudget = accounting.models().stream().anyMatch(model -> model.count(Outcome.BUDGET_SKIPPED) > 0);
        return "incomplete: nothing was published\n"
                + (overBudget
                        ? "The budget is used up: raise evaluation.budget in the leaderboard file and run again.\n"
                        : "")
                + (effort.parked().stream().anyMatch(one -> one.limitedUntil() != null)
                        ? "A quota is used up; the same command goes on from here when it is renewed.\n"
                        : "")
                + (nothingScored()
                        ? "No answer was scored, so there is nothing to publish."
                                + " The check command names recorded answers that match no item.\n"
                        : "")
                + (outOfTime() ? "The time of the run is up; the same command goes on from here.\n" : "")
                + String.join("\n", gaps.stream().map(Coverage.Gap::text).toList())
                + (effort.open() > 0 || outOfTime()
                        ? "\nRun again to ask what is missing, or lower minimum-coverage in the leaderboard file."
                        : "\nEvery call has its answer, so another run would ask nothing: lower minimum-coverage in the"
                                + " leaderboard file, or leave these models out.");
    }
}
