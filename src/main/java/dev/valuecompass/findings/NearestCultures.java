package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.profile.BestByChance;
import dev.valuecompass.scores.profile.CultureFit;
import dev.valuecompass.scores.profile.CultureFit.Formula;
import dev.valuecompass.scores.profile.FitSignificance;
import dev.valuecompass.scores.profile.RankedCultures;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Most models are nearest to one and the same culture, and that can be told from the next one. */
final class NearestCultures implements Claim {
    private static final String TOPIC = "Nearest cultures";

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<Finding> findings = new ArrayList<>();
        for (ValueSystem system : period.systems()) {
            if (period.theory().systemIds().contains(system.id())) {
                period.theory().seriesOf(system.id()).forEach(series -> findings.add(finding(period, system, series)));
            }
        }
        return findings;
    }

    /** @param told whether the nearest culture fits better than the best does by chance, and better than the second */
    private record NearestCulture(Culture culture, boolean told) {}

    private static Finding finding(PeriodFigures period, ValueSystem system, CultureSeries series) {
        String id = "nearest-culture-" + series.id();
        List<Culture> cultures = series.cultures().stream()
                .filter(culture -> culture.scores().keySet().containsAll(system.dimensionIds()))
                .sorted(Comparator.comparing(Culture::id))
                .toList();
        Phrase method = Phrase.text(
                "finding.nearest.method",
                "values",
                FigureWords.count("values", system.dimensions().size()),
                "countries",
                FigureWords.count("countries", cultures.size()),
                "series",
                FigureWords.name(series));
        RankedCultures ranked = new RankedCultures(system.dimensionIds(), cultures);
        BestByChance chance = new BestByChance(
                system.dimensionIds(), cultures.stream().map(Culture::scores).toList());
        List<NearestCulture> nearest = period.profiles(system.id()).values().stream()
                .map(scores -> nearest(system.dimensionIds(), ranked.fits(scores), cultures, chance.of(scores)))
                .filter(Objects::nonNull)
                .toList();
        if (nearest.isEmpty()) {
            return Finding.untold(
                    id,
                    TOPIC,
                    Phrase.text("finding.nearest.none", "series", FigureWords.name(series)),
                    FigureWords.statistic("share"),
                    FigureWords.unit("models", 0),
                    method);
        }
        Map<Culture, List<NearestCulture>> byCulture = nearest.stream()
                .collect(Collectors.groupingBy(
                        NearestCulture::culture,
                        () -> new TreeMap<>(Comparator.comparing(Culture::id)),
                        Collectors.toList()));
        Culture most = byCulture.keySet().stream()
                .max(Comparator.<Culture>comparingInt(
                                culture -> byCulture.get(culture).size())
                        .thenComparing(Culture::id, Comparator.reverseOrder()))
                .orElseThrow();
        int n = nearest.size();
        int share = byCulture.get(most).size();
        long told = byCulture.get(most).stream().filter(NearestCulture::told).count();
        Verdict verdict = 2 * share <= n ? Verdict.NOT_HELD : 2 * told > n ? Verdict.HELD : Verdict.CANNOT_BE_TOLD;
        boolean none = verdict == Verdict.CANNOT_BE_TOLD && told == 0;
        Object[] figures = {
            "country",
            FigureWords.name(most),
            "series",
            FigureWords.name(series),
            "share",
            share,
            "models",
            FigureWords.count("models", n),
            "told",
            (int) told,
            "countries",
            FigureWords.count("countries", byCulture.size())
        };
        return new Finding(
                id,
                TOPIC,
                verdict,
                none
                        ? Phrase.text("finding.nearest.told-of-none", figures)
                        : Phrase.told("finding.nearest", verdict, figures),
                new Statistic(FigureWords.statistic("share"), (double) share / n, null, null),
                n,
                FigureWords.unit("models", n),
                method);
    }

    /** @param all one fit for each of the cultures; null where it cannot be said */
    private static NearestCulture nearest(
            List<String> dimensions, List<Double> all, List<Culture> cultures, BestByChance.Bounds chance) {
        // A culture is known by its place here: hashing it would hash its whole profile each time.
        Map<Culture, Double> fits = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) != null) {
                fits.put(cultures.get(i), all.get(i));
            }
        }
        List<Culture> best = fits.keySet().stream()
                .sorted(Comparator.comparing((Function<Culture, Double>) fits::get)
                        .reversed()
                        .thenComparing(Culture::id))
                .limit(2)
                .toList();
        if (best.isEmpty()) {
            return null;
        }
        if (best.size() == 1) {
            return new NearestCulture(best.get(0), false);
        }
        CultureFit between = CultureFit.of(
                Formula.SPEARMAN, dimensions, best.get(0).scores(), best.get(1).scores());
        return new NearestCulture(
                best.get(0),
                chance.passedByBest(fits.get(best.get(0)))
                        && between.value() != null
                        && FitSignificance.separable(
                                fits.get(best.get(0)), fits.get(best.get(1)), between.value(), dimensions.size()));
    }
}
