package dev.valuecompass.pipeline.plan;

import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a plan said that the answers of a period would cost, to stand beside what they did cost. */
public final class Estimate {
    private static final int PLACES = 6;

    private Estimate() {}

    /** Of all answers, as if none had been stored; null where a price is not known, or nothing was for sale. */
    public static Double dollars(RunSetting setting, List<ItemSets> sets) {
        if (setting.leaderboard().synthetic()) {
            return null;
        }
        Forecast forecast = new Forecast(setting, StoredWork.nothing());
        List<BigDecimal> dollars = sets.stream()
                .flatMap(set -> forecast.answers(set).stream())
                .map(Plan.Stage::dollars)
                .toList();
        return dollars.contains(null)
                ? null
                : Double.valueOf(dollars.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(PLACES, RoundingMode.HALF_UP)
                        .doubleValue());
    }
}
