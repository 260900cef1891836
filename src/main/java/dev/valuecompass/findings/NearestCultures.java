package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.TestPerSystem.FamilyTest;
import dev.valuecompass.scores.BestByChance;
import dev.valuecompass.scores.CultureFit;
import dev.valuecompass.scores.FitSignificance;
import dev.valuecompass.scores.RankedCultures;
import dev.valuecompass.scores.Seeds;
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
import org.apache.commons.math3.random.RandomGenerator;

/** Most models are nearest to one and the same culture, and that can be told from the next one. */
final class NearestCultures implements Claim {
    private static final String TOPIC = "Nearest cultures";
    private static final double HOME_LEVEL = 0.05;
    private static final int FEWEST_AT_HOME = 5;
    private static final int SHUFFLES = 9999;
    private static final long SEED = 20;

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<Finding> findings = new ArrayList<>();
        List<FamilyTest> homes = new ArrayList<>();
        for (ValueSystem system : period.systems()) {
            if (period.theory().systemIds().contains(system.id())) {
                for (CultureSeries series : period.theory().seriesOf(system.id())) {
                    findings.add(finding(period, system, series));
                    Home home = home(period, system, series);
                    if (home != null) {
                        homes.add(new FamilyTest(home.p(), p -> told(home, p)));
                    }
                }
            }
        }
        findings.addAll(TestPerSystem.findings(homes));
        return findings;
    }

    /**
     * Whether models are nearer to the country of their makers than to others.
     *
     * @param nearer fit with that country less the mean fit with all, the mean over the models
     * @param p one-sided, by shuffles of the countries over the models
     */
    private record Home(CultureSeries series, int models, int countries, double nearer, double p) {}

    private static Finding told(Home home, double p) {
        Verdict verdict =
                home.nearer() <= 0 ? Verdict.NOT_HELD : p <= HOME_LEVEL ? Verdict.HELD : Verdict.CANNOT_BE_TOLD;
        return new Finding(
                "home-culture-" + home.series().id(),
                "Makers' countries",
                verdict,
                Phrase.told("finding.home", verdict)
                        .with("series", FigureWords.name(home.series()))
                        .with("nearer", FigureWords.two(home.nearer()))
                        .with("countries", FigureWords.count("countries", home.countries()))
                        .with("p", FigureWords.p(p)),
                new Statistic(FigureWords.statistic("home"), home.nearer(), null, p),
                home.models(),
                FigureWords.unit("models", home.models()),
                Phrase.text("finding.home.method"));
    }

    /** Null with fewer than five models whose makers' countries are in the series, or all of one country. */
    private static Home home(PeriodFigures period, ValueSystem system, CultureSeries series) {
        List<Culture> cultures = series.cultures().stream()
                .filter(culture -> culture.scores().keySet().containsAll(system.dimensionIds()))
                .sorted(Comparator.comparing(Culture::id))
                .toList();
        List<String> codes = cultures.stream().map(Culture::code).toList();
        RankedCultures ranked = new RankedCultures(system.dimensionIds(), cultures);
        List<Integer> own = new ArrayList<>();
        List<double[]> above = new ArrayList<>();
        period.profiles(system.id()).forEach((id, scores) -> {
            int place = period.model(id)
                    .map(model -> codes.indexOf(model.country()))
                    .orElse(-1);
            List<Double> fits = ranked.fits(scores);
            if (place >= 0 && fits.stream().allMatch(Objects::nonNull)) {
                double mean = fits.stream().mapToDouble(fit -> fit).average().orElseThrow();
                own.add(place);
                above.add(fits.stream().mapToDouble(fit -> fit - mean).toArray());
            }
        });
        int n = own.size();
        int countries = (int) own.stream().distinct().count();
        if (n < FEWEST_AT_HOME || countries < 2) {
            return null;
        }
        RandomGenerator random = Seeds.stream(SEED, "home", series.id());
        double found = 0;
        for (int m = 0; m < n; m++) {
            found += above.get(m)[own.get(m)] / n;
        }
        int extreme = 0;
        for (int s = 0; s < SHUFFLES; s++) {
            int[] order = Seeds.permutation(n, random);
            double shuffled = 0;
            for (int m = 0; m < n; m++) {
                shuffled += above.get(m)[own.get(order[m])] / n;
            }
            extreme += shuffled >= found - 1e-12 ? 1 : 0;
        }
        return new Home(series, n, countries, found, (extreme + 1.0) / (SHUFFLES + 1));
    }

    /** @param told whether the nearest culture fits better than the best does by chance, and better than the second */
    private record NearestCulture(Culture culture, boolean told) {}

    private static Finding finding(PeriodFigures period, ValueSystem system, CultureSeries series) {
        String id = "nearest-culture-" + series.id();
        List<Culture> cultures = series.cultures().stream()
                .filter(culture -> culture.scores().keySet().containsAll(system.dimensionIds()))
                .sorted(Comparator.comparing(Culture::id))
                .toList();
        Phrase method = Phrase.text("finding.nearest.method")
                .with("values", FigureWords.count("values", system.dimensions().size()))
                .with("countries", FigureWords.count("countries", cultures.size()))
                .with("series", FigureWords.name(series));
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
                    Phrase.text("finding.nearest.none").with("series", FigureWords.name(series)),
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
        return new Finding(
                id,
                TOPIC,
                verdict,
                (none ? Phrase.text("finding.nearest.told-of-none") : Phrase.told("finding.nearest", verdict))
                        .with("country", FigureWords.name(most))
                        .with("series", FigureWords.name(series))
                        .with("share", share)
                        .with("models", FigureWords.count("models", n))
                        .with("told", (int) told)
                        .with("countries", FigureWords.count("countries", byCulture.size())),
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
        Double between =
                CultureFit.of(dimensions, best.get(0).scores(), best.get(1).scores());
        return new NearestCulture(
                best.get(0),
                chance.passedByBest(fits.get(best.get(0)))
                        && between != null
                        && FitSignificance.separable(
                                fits.get(best.get(0)), fits.get(best.get(1)), between, dimensions.size()));
    }
}
