package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.Json;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.EvolutionRecordFields;
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

    /** Empty where the system does not evolve, or no round was made. */
    public Optional<EvolutionRecord> of(String system) {
        return plans.stream()
                .filter(plan -> plan.system().equals(system))
                .findFirst()
                .flatMap(plan -> files.find(system))
                .map(EvolutionRecordBuilder::of);
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
                .review(null)
                .build();
    }
}
