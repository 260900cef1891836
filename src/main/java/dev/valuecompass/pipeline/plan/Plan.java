package dev.valuecompass.pipeline.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.ByName;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.pipeline.items.GenerationForecast;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.responses.ConditionDesign;
import dev.valuecompass.value.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run would take, before anything is sent: an estimate, with its assumptions.
 *
 * @param frozen whether the period is frozen, so that a run asks nothing
 * @param simulated whether every model is, so that nothing is measured
 * @param calls to endpoints that are really sent to; what the run store holds is not among them
 * @param dollars of all stages with a price
 * @param most the same if every prompt and answer were as long as they can be; what a budget needs to never stop a run
 * @param budget null: no limit
 * @param spent of it, by earlier runs of this period
 * @param hours until the last model is through, all models side by side, after the rounds one after another
 * @param rounds that a run makes first
 * @param oneByOne dollars if the provider's batches were not used; null when they are not
 * @param batched whether the hours are the most that batches take, one stage after the other
 * @param unpriced models whose price is not in the leaderboard file; their cost is not in {@code dollars}
 * @param assumptions behind tokens and time
 * @param target what a wanted reliability would take; null unless asked for
 */
@ByName
public record Plan(
        String period,
        boolean frozen,
        boolean simulated,
        List<Stage> stages,
        long calls,
        BigDecimal dollars,
        BigDecimal most,
        BigDecimal budget,
        BigDecimal spent,
        double hours,
        List<Round> rounds,
        BigDecimal oneByOne,
        boolean batched,
        List<String> unpriced,
        List<String> assumptions,
        @JsonInclude(JsonInclude.Include.NON_NULL) TargetPlan target) {

    /** Stages by which items are made. */
    private static final Set<String> ROUND =
            Set.of(GenerationForecast.WRITING, GenerationForecast.TRYING, Forecast.ITEM_READINGS);

    /**
     * What of a round has to go one after another.
     *
     * @param pulls of topics, or starting items
     * @param alone how many of these wait for what the one before gave; the others go eight at a time
     * @param steps calls one after another, at most
     * @param hours that they take however many calls an endpoint takes at once; 0 where nothing is sent
     */
    public record Round(String system, int pulls, int alone, int steps, double hours) {
        private String text() {
            return String.format(
                    Locale.ROOT,
                    "%s: of %d pulls %d wait for the one before; up to %d calls one after another, %.1f hours",
                    system,
                    pulls,
                    alone,
                    steps,
                    hours);
        }
    }

    /**
     * One model's part in one stage on one system.
     *
     * @param stage {@code item drafts}, {@code item trials}, {@code item readings}, {@code answers}, {@code choices}, {@code ratings}, {@code conditions}, {@code concepts} or
     *     {@code recognition}
     * @param free whether nothing is sent that costs anything
     * @param calls still to be made
     * @param stored calls that the run store holds already, which cost nothing
     * @param dollars null when the model has no price, or its endpoint costs nothing
     * @param most likewise, the bound
     * @param oneByOne dollars if the endpoint's batches were not used; null when they are not, or dollars are
     * @param hours at the endpoint's concurrency and limits, or the most that its batches take
     */
    @ByName
    public record Stage(
            String stage,
            String model,
            String system,
            boolean free,
            long calls,
            long stored,
            long promptTokens,
            long completionTokens,
            BigDecimal dollars,
            BigDecimal most,
            BigDecimal oneByOne,
            double hours) {}

    /**
     * What is asked of one model beside an evaluation.
     *
     * @param stage a word or two
     * @param tokens of an answer, about
     */
    public record Asked(String stage, Examinee examinee, String system, List<ChatRequest> requests, int tokens) {}

    /** Of what is asked beside an evaluation, whether or not its period is frozen. Sends nothing. */
    public static Plan beside(RunSetting setting, List<Asked> asked) {
        try (StoredWork kept = StoredWork.of(setting)) {
            Forecast forecast = new Forecast(setting, kept);
            Plan plan = of(
                    setting,
                    asked.stream().map(forecast::asked).toList(),
                    List.of(),
                    kept.spent(),
                    forecast.assumptions());
            return PlanFields.copy(plan).frozen(false).build();
        }
    }

    /** Of the answers to these instruments alone. */
    public static Plan ofInstruments(RunSetting setting, List<Instrument> instruments) {
        try (StoredWork kept = StoredWork.of(setting)) {
            Forecast forecast = new Forecast(setting, kept);
            Plan plan = of(setting, forecast.closed(instruments), List.of(), kept.spent(), forecast.assumptions());
            return PlanFields.copy(plan).frozen(false).build();
        }
    }

    /** Of the answers under other conditions alone. */
    public static Plan ofConditions(RunSetting setting, List<ConditionDesign> designs) {
        try (StoredWork kept = StoredWork.of(setting)) {
            Forecast forecast = new Forecast(setting, kept);
            List<Stage> stages = designs.stream()
                    .flatMap(design -> forecast.conditions(design).stream())
                    .toList();
            Plan plan = of(setting, stages, List.of(), kept.spent(), forecast.assumptions());
            return PlanFields.copy(plan).frozen(false).build();
        }
    }

    /** Looks into the run store and sends nothing. */
    public static Plan of(RunSetting setting) {
        if (setting.frozen().isPresent()) {
            return of(setting, List.of(), List.of(), BigDecimal.ZERO, List.of());
        }
        try (StoredWork kept = StoredWork.of(setting)) {
            Forecast forecast = new Forecast(setting, kept);
            List<ItemSets> items = ItemSets.choose(setting);
            List<String> assumptions = new ArrayList<>(ItemSets.shortfalls(setting, items));
            assumptions.addAll(forecast.assumptions());
            return of(setting, forecast.stages(items), forecast.rounds(), kept.spent(), assumptions);
        }
    }

    private static Plan of(
            RunSetting setting, List<Stage> stages, List<Round> rounds, BigDecimal spent, List<String> assumptions) {
        return PlanFields.builder()
                .period(setting.period())
                .frozen(setting.frozen().isPresent())
                .simulated(setting.leaderboard().simulated())
                .stages(stages)
                .calls(stages.stream()
                        .filter(stage -> !stage.free())
                        .mapToLong(Stage::calls)
                        .sum())
                .dollars(sum(stages.stream().map(Stage::dollars)))
                .most(sum(stages.stream().map(Stage::most)))
                .budget(setting.leaderboard().evaluation().budget())
                .spent(spent)
                .hours(hours(stages, rounds))
                .rounds(rounds)
                .oneByOne(
                        batched(stages)
                                ? sum(stages.stream()
                                        .map(stage -> stage.oneByOne() == null ? stage.dollars() : stage.oneByOne()))
                                : null)
                .batched(batched(stages))
                .unpriced(stages.stream()
                        .filter(stage -> !stage.free() && stage.dollars() == null)
                        .map(Stage::model)
                        .distinct()
                        .toList())
                .assumptions(assumptions)
                .target(null)
                .build();
    }

    /** The same plan with what every value needs for a reliability. @param reliability in (0, 1) */
    public Plan toward(double reliability, RunSetting setting) {
        return PlanFields.copy(this).target(TargetPlan.of(setting, reliability)).build();
    }

    private static boolean batched(List<Stage> stages) {
        return stages.stream().anyMatch(stage -> stage.oneByOne() != null && stage.calls() > 0);
    }

    /** Rounds take what their steps take, or their busiest model where that is more; then everybody answers. */
    private static double hours(List<Stage> stages, List<Round> rounds) {
        Map<Boolean, List<Stage>> byMaking =
                stages.stream().collect(Collectors.partitioningBy(stage -> ROUND.contains(stage.stage())));
        double making = rounds.stream().mapToDouble(Round::hours).sum();
        return Math.max(making, longest(byMaking.get(true))) + longest(byMaking.get(false));
    }

    private static double longest(List<Stage> stages) {
        return stages.stream()
                .map(Stage::model)
                .distinct()
                .mapToDouble(model -> hours(stages, model))
                .max()
                .orElse(0);
    }

    private static double hours(List<Stage> stages, String model) {
        return stages.stream()
                .filter(stage -> stage.model().equals(model))
                .mapToDouble(Stage::hours)
                .sum();
    }

    private static BigDecimal sum(Stream<BigDecimal> dollars) {
        return dollars.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public String text() {
        return target == null ? own() : own() + "\n\n" + target.text();
    }

    private String own() {
        if (frozen) {
            return "period " + period + " is frozen: a run asks nothing for it, 0 calls, $0"
                    + "\nTo plan a correction: --reason TEXT (docs/corrections.md)";
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-13s %-24s %-10s %8s %8s %12s %12s %10s %10s %8s%n",
                "stage",
                "model",
                "system",
                "calls",
                "stored",
                "prompt tok",
                "output tok",
                "dollars",
                "at most",
                "hours"));
        stages.forEach(stage -> row(text, stage));
        stages.stream().map(Stage::stage).distinct().forEach(stage -> total(text, stage));
        rounds.forEach(round -> text.append(round.text()).append('\n'));
        text.append(calls).append(" calls to paid or remote endpoints, $").append(cents(dollars));
        text.append(", at most $").append(cents(most));
        if (!unpriced.isEmpty()) {
            text.append(", and the unknown cost of ").append(String.join(", ", unpriced));
        }
        text.append(String.format(Locale.ROOT, batched ? "; up to %.1f hours" : "; about %.1f hours", hours));
        if (batched) {
            text.append("\nby the providers' batches; one by one it would be $").append(cents(oneByOne));
        }
        if (budget != null) {
            text.append("\nbudget $")
                    .append(budget.toPlainString())
                    .append(spent.signum() == 0 ? "" : ", of which $" + cents(spent) + " are spent")
                    .append(": ")
                    .append(enough());
        }
        return text.append("\nassumed: ").append(String.join("; ", assumptions)).toString();
    }

    private String enough() {
        BigDecimal left = budget.subtract(spent);
        if (left.compareTo(most) >= 0) {
            return "enough whatever the answers are";
        }
        return left.compareTo(dollars) >= 0
                ? "enough by this estimate; a run that meets it ends as incomplete and keeps its answers"
                : "NOT enough by this estimate: the run will stop before its end, as incomplete, and keep its answers;"
                        + " raise evaluation.budget";
    }

    private static void row(StringBuilder text, Stage s) {
        text.append(String.format(
                Locale.ROOT,
                "%-13s %-24s %-10s %8d %8d %12d %12d %10s %10s %8.2f%n",
                s.stage(),
                s.model(),
                s.system(),
                s.calls(),
                s.stored(),
                s.promptTokens(),
                s.completionTokens(),
                price(s, s.dollars()),
                price(s, s.most()),
                s.hours()));
    }

    private static String price(Stage stage, BigDecimal dollars) {
        return stage.free() ? "none" : dollars == null ? "unknown" : cents(dollars);
    }

    private void total(StringBuilder text, String name) {
        List<Stage> of =
                stages.stream().filter(stage -> stage.stage().equals(name)).toList();
        text.append(String.format(
                Locale.ROOT,
                "%-38s all %7d %8d %12d %12d %10s%n",
                name,
                of.stream().mapToLong(Stage::calls).sum(),
                of.stream().mapToLong(Stage::stored).sum(),
                of.stream().mapToLong(Stage::promptTokens).sum(),
                of.stream().mapToLong(Stage::completionTokens).sum(),
                cents(sum(of.stream().map(Stage::dollars)))));
    }

    private static String cents(BigDecimal dollars) {
        return dollars.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }
}
