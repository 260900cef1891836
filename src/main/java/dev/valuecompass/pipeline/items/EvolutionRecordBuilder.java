package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.EvolutionRecordFields;
import dev.valuecompass.snapshot.MixtureRecord;
import java.util.List;
import java.util.Optional;

/** How the items of a period were found, for the snapshot: what the records of its rounds say. */
public final class EvolutionRecordBuilder {
    private final List<SystemPlan> plans;
    private final RoundFiles files;

    public EvolutionRecordBuilder(RunSetting setting) {
        this.plans = RoundMaker.evolving(setting.leaderboard());
        this.files = new RoundFiles(setting.data().own(), setting.period());
    }

    /**
     * Empty where the system does not evolve, or no round was made.
     *
     * @param items that are asked
     */
    public Optional<EvolutionRecord> of(ItemSets items) {
        return plans.stream()
                .filter(plan -> plan.system().equals(items.system().id()))
                .findFirst()
                .flatMap(plan ->
                        files.find(plan.system()).map(round -> of(round).mixed(mixture(plan, round, items.items()))));
    }

    /** How the items of every evolving system with a round were put together, a line each. */
    public List<String> mixtures(List<ItemSets> sets) {
        return sets.stream()
                .flatMap(set -> of(set).stream().map(way -> text(set.system().id(), way.mixture())))
                .toList();
    }

    private static String text(String system, MixtureRecord mixture) {
        return "%s: %s new items, %d anchors, %d of the pool%s"
                .formatted(
                        system,
                        mixture.fresh(),
                        mixture.anchors(),
                        mixture.pool(),
                        mixture.wanted() == 0 ? "" : "; " + mixture.wanted() + " wanted");
    }

    private static MixtureRecord mixture(SystemPlan plan, RoundRecord round, List<Item> items) {
        return MixtureRecord.of(plan.items(), items, round.echoes(), round.reasons());
    }

    private static EvolutionRecord of(RoundRecord round) {
        List<RoundRecord.CurvePoint> curve = round.figures().curve();
        return EvolutionRecordFields.builder()
                .method(round.method())
                .worth(round.terms())
                .settings(Json.line(round.settings()))
                .explorers(round.explorers())
                .scorers(round.scorers())
                .initial(round.figures().initial())
                .top(round.figures().top())
                .rewards(curve.stream().map(RoundRecord.CurvePoint::reward).toList())
                .best(curve.stream().map(RoundRecord.CurvePoint::best).toList())
                .topics(curve.stream().map(RoundRecord.CurvePoint::topics).toList())
                .continues(round.continues())
                .arms(round.arms())
                .check(round.check())
                .mixture(null)
                .review(null)
                .build();
    }
}
