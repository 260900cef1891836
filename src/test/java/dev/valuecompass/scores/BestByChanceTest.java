package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BestByChanceTest {
    private static final Theory THEORY = Theory.load(DataFolder.over(Path.of("data")));
    private static final List<String> VALUES = THEORY.system("schwartz").dimensionIds();

    private static Map<String, Double> profile(Random random, int levels) {
        Map<String, Double> scores = new HashMap<>();
        VALUES.forEach(
                value -> scores.put(value, levels == 0 ? 100 * random.nextDouble() : (double) random.nextInt(levels)));
        return scores;
    }

    /** Profiles that nobody has: the best country passes the bound for one far too often, that for the best as it says. */
    @Test
    void randomProfilesSeldomPassForMoreThanChance() {
        for (CultureSeries series : THEORY.seriesOf("schwartz")) {
            List<Culture> cultures = series.cultures().stream()
                    .filter(culture -> culture.scores().keySet().containsAll(VALUES))
                    .toList();
            BestByChance chance = new BestByChance(
                    VALUES, cultures.stream().map(Culture::scores).toList());
            RankedCultures ranked = new RankedCultures(VALUES, cultures);
            Random random = new Random(8);
            int n = 2_000;
            int passed = 0;
            int passedSingle = 0;
            for (int i = 0; i < n; i++) {
                Map<String, Double> profile = profile(random, i % 4 == 0 ? 6 : 0);
                double best = ranked.fits(profile).stream()
                        .mapToDouble(fit -> fit == null ? -1 : fit)
                        .max()
                        .orElseThrow();
                passed += chance.of(profile).passedByBest(best) ? 1 : 0;
                passedSingle += best >= FitSignificance.criticalRho(VALUES.size()) ? 1 : 0;
            }
            assertThat(passed / (double) n)
                    .as(series.id())
                    .isLessThanOrEqualTo(0.05 + 2.5 * Math.sqrt(0.05 * 0.95 / n))
                    .isGreaterThan(0.02);
            assertThat(passedSingle / (double) n).as(series.id()).isGreaterThan(0.06);
        }
    }

    /** The best of models whose profiles have nothing to do with a country, however alike they are to each other. */
    @Test
    void theBestOfModelsThatAreAlikeSeldomPasses() {
        Random random = new Random(3);
        int n = 400;
        int passed = 0;
        for (int i = 0; i < n; i++) {
            Map<String, Double> common = profile(random, 0);
            List<Map<String, Double>> models = new ArrayList<>();
            for (int m = 0; m < 20; m++) {
                Map<String, Double> own = new HashMap<>();
                common.forEach((value, score) -> own.put(value, score + 20 * random.nextGaussian()));
                models.add(own);
            }
            Map<String, Double> country = profile(random, 0);
            double best = models.stream()
                    .mapToDouble(model -> CultureFit.of(VALUES, model, country))
                    .max()
                    .orElseThrow();
            passed += new BestByChance(VALUES, models).of(country).passedByBest(best) ? 1 : 0;
        }
        assertThat(passed / (double) n).isLessThanOrEqualTo(0.05 + 2.5 * Math.sqrt(0.05 * 0.95 / n));
    }

    /** To name the nearest country as such, it must be told from the second as well. */
    @Test
    void theNearestIsSeldomToldFromTheSecondByChance() {
        List<Culture> cultures = THEORY.seriesOf("schwartz").get(0).cultures().stream()
                .filter(culture -> culture.scores().keySet().containsAll(VALUES))
                .toList();
        RankedCultures ranked = new RankedCultures(VALUES, cultures);
        Random random = new Random(4);
        int n = 1_000;
        int told = 0;
        for (int i = 0; i < n; i++) {
            List<Double> fits = ranked.fits(profile(random, 0));
            List<Integer> order = new ArrayList<>();
            for (int c = 0; c < fits.size(); c++) {
                order.add(c);
            }
            order.sort((a, b) -> Double.compare(fits.get(b), fits.get(a)));
            int first = order.get(0);
            int second = order.get(1);
            double between = CultureFit.of(
                    VALUES, cultures.get(first).scores(), cultures.get(second).scores());
            told += FitSignificance.separable(fits.get(first), fits.get(second), between, VALUES.size()) ? 1 : 0;
        }
        assertThat(told / (double) n).isLessThanOrEqualTo(0.05);
    }

    /** Of six orders of three values one is a perfect fit: that is not rare. */
    @Test
    void overFewValuesNothingIsMoreThanChance() {
        List<String> few = VALUES.subList(0, 3);
        BestByChance chance = new BestByChance(few, List.of(Map.of(few.get(0), 1.0, few.get(1), 2.0, few.get(2), 3.0)));
        assertThat(chance.untied().best()).isNull();
        assertThat(chance.untied().passedBy(1)).isFalse();
        assertThat(new BestByChance(few, List.of()).untied().best()).isNull();
    }

    /** Over five values 120 orders: a perfect fit has p = 1/120, and 0.9 comes 5 times in 120; Zar's bound for one is two-sided. */
    @Test
    void ofOneCandidateTheBoundIsThatOfOneCorrelation() {
        List<String> five = VALUES.subList(0, 5);
        Map<String, Double> one = new HashMap<>();
        five.forEach(value -> one.put(value, (double) five.indexOf(value)));
        BestByChance.Bounds bounds = new BestByChance(five, List.of(one)).untied();
        assertThat(bounds.best()).isBetween(0.899, 0.901);
        assertThat(bounds.worst()).isBetween(-0.901, -0.899);
    }
}
