package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.validity.BradleyTerry.Comparison;
import dev.valuecompass.scores.validity.ClosedScores.ModelScores;
import dev.valuecompass.scores.validity.Convergence.Told;
import dev.valuecompass.value.Instrument;
import dev.valuecompass.value.Instrument.Question;
import dev.valuecompass.value.Instrument.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Scores from choices and ratings, and how far two instruments agree. */
class ClosedScoresTest {
    /** Wins of the row over the column: baseball teams of 1987 (Agresti 2002, Categorical Data Analysis, table 10.10). */
    private static final int[][] WINS = {
        {0, 7, 9, 7, 7, 9, 11},
        {6, 0, 7, 5, 11, 9, 9},
        {4, 6, 0, 7, 7, 8, 12},
        {6, 8, 6, 0, 6, 7, 10},
        {6, 2, 6, 7, 0, 7, 12},
        {4, 4, 5, 6, 6, 0, 6},
        {2, 4, 1, 3, 1, 7, 0}
    };

    @Test
    void strengthsAreThoseOfThePublishedExample() {
        List<Comparison> games = new ArrayList<>();
        for (int i = 0; i < WINS.length; i++) {
            for (int j = 0; j < WINS.length; j++) {
                for (int n = 0; n < WINS[i][j]; n++) {
                    games.add(new Comparison(i, j, true, games.size()));
                    games.add(new Comparison(j, i, false, games.size()));
                }
            }
        }
        BradleyTerry fit = BradleyTerry.fit(games, 7, 1_000);
        double[] published = {1.581, 1.436, 1.294, 1.248, 1.108, 0.684, 0};
        for (int i = 0; i < 7; i++) {
            assertThat(fit.strengths()[i] - fit.strengths()[6]).isCloseTo(published[i], within(0.001));
        }
        assertThat(fit.first()).isCloseTo(0, within(1e-6));
    }

    @Test
    void strengthsStayFiniteAndTheHabitIsTakenOut() {
        List<Comparison> always = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            always.add(new Comparison(0, 1, true, n));
            always.add(new Comparison(1, 0, true, n));
            always.add(new Comparison(0, 2, true, n));
            always.add(new Comparison(2, 0, false, n));
        }
        BradleyTerry fit = BradleyTerry.fit(always, 3, BradleyTerry.PRIOR);
        assertThat(fit.first()).isGreaterThan(1);
        assertThat(fit.strengths()[0]).isGreaterThan(fit.strengths()[2]).isLessThan(10);
        assertThat(Arrays.stream(fit.strengths()).sum()).isCloseTo(0, within(1e-9));
    }

    /** Of 200 fits, about nine in ten intervals hold the truth, though each pair of statements has a pull of its own. */
    @Test
    void intervalsHoldTheTruth() {
        Random random = new Random(4);
        double[] truth = {0.9, 0.3, 0, -0.4, -0.8};
        int held = 0;
        for (int run = 0; run < 200; run++) {
            List<Comparison> all = new ArrayList<>();
            int cluster = 0;
            for (int i = 0; i < 5; i++) {
                for (int j = i + 1; j < 5; j++) {
                    for (int n = 0; n < 8; n++, cluster++) {
                        double pull = 0.5 * random.nextGaussian();
                        for (int order = 0; order < 2; order++) {
                            double d = (truth[i] - truth[j] + pull) * (order == 0 ? 1 : -1) + 0.3;
                            all.add(new Comparison(
                                    order == 0 ? i : j,
                                    order == 0 ? j : i,
                                    random.nextDouble() < 1 / (1 + Math.exp(-d)),
                                    cluster));
                        }
                    }
                }
            }
            BradleyTerry fit = BradleyTerry.fit(all, 5, BradleyTerry.PRIOR);
            for (int i = 0; i < 5; i++) {
                var interval = BradleyTerry.around(fit.strengths()[i], fit.errors()[i], 0.9);
                held += interval.low() <= truth[i] && truth[i] <= interval.high() ? 1 : 0;
            }
        }
        assertThat(held / 1000.0).isBetween(0.86, 0.95);
    }

    @Test
    void ratingsAreTurnedRoundAndTheHabitOfAgreeingShows() {
        Instrument instrument = rating();
        ModelScores agrees = scores(instrument, List.of(5, 6, 6, 5));
        assertThat(agrees.values().get("care").score()).isEqualTo((5 + 1) / 2.0);
        assertThat(agrees.values().get("order").score()).isEqualTo((6 + 2) / 2.0);
        assertThat(agrees.habit().score()).isEqualTo(5.5 - 3.5);
        ModelScores consistent = scores(instrument, List.of(6, 1, 1, 6));
        assertThat(consistent.values().get("care").score()).isEqualTo(6);
        assertThat(consistent.values().get("order").score()).isEqualTo(1);
        assertThat(consistent.habit().score()).isZero();
    }

    @Test
    void whoAnsweredLessThanHalfHasNoScores() {
        assertThat(scores(rating(), Arrays.asList(5, null, null, null)).values())
                .isEmpty();
        assertThat(scores(rating(), Arrays.asList(5, null, 3, null)).values()).hasSize(2);
    }

    @Test
    void choiceThatFollowsThePlaceIsInconsistent() {
        Instrument choice = new Instrument(
                "c",
                "s",
                "C",
                Instrument.Form.CHOICE,
                List.of(new Question(
                        "1", List.of(new Statement("care", "x", false), new Statement("order", "y", false)))),
                List.of());
        assertThat(choices(choice, List.of(1, 1)).consistent()).isZero();
        assertThat(choices(choice, List.of(1, 1)).values().get("care").score()).isCloseTo(0, within(1e-9));
        assertThat(choices(choice, List.of(1, 2)).consistent()).isEqualTo(1);
        assertThat(choices(choice, List.of(1, 2)).values().get("care").score()).isPositive();
    }

    @Test
    void ordersAreSharedContraryOrUntold() {
        SortedMap<String, Map<String, Double>> one = new TreeMap<>();
        SortedMap<String, Map<String, Double>> other = new TreeMap<>();
        Random random = new Random(1);
        for (int m = 0; m < 12; m++) {
            double a = 0.1 * random.nextGaussian();
            one.put("m" + m, Map.of("x", 3 + a, "y", 2.0, "z", 1 - a));
            other.put("m" + m, Map.of("x", 60.0 + a, "y", 10 + a, "z", 30 - a));
        }
        Convergence told = Convergence.of(new Told("one", one), new Told("other", other), List.of("x", "y", "z"), 0.9);
        assertThat(told.models()).isEqualTo(12);
        assertThat(told.orders().alike())
                .containsExactly(new Convergence.Order("x", "y"), new Convergence.Order("x", "z"));
        assertThat(told.orders().contrary()).containsExactly(new Convergence.Order("y", "z"));
        assertThat(told.orders().untold()).isZero();
        assertThat(told.within().score()).isCloseTo(0.5, within(1e-9));
        Convergence nobody =
                Convergence.of(new Told("one", one), new Told("other", new TreeMap<>()), List.of("x", "y"), 0.9);
        assertThat(nobody.models()).isZero();
        assertThat(nobody.orders().untold()).isEqualTo(1);
        assertThat(nobody.within()).isNull();
    }

    private static Instrument rating() {
        return new Instrument(
                "r",
                "s",
                "R",
                Instrument.Form.RATING,
                List.of(
                        new Question("1", List.of(new Statement("care", "a", false))),
                        new Question("2", List.of(new Statement("care", "b", true))),
                        new Question("3", List.of(new Statement("order", "c", false))),
                        new Question("4", List.of(new Statement("order", "d", true)))),
                List.of());
    }

    private static ModelScores scores(Instrument instrument, List<Integer> ratings) {
        SortedMap<String, List<Integer>> given = new TreeMap<>();
        for (int i = 0; i < ratings.size(); i++) {
            given.put("" + (i + 1), Arrays.asList(ratings.get(i)));
        }
        return one(instrument, given);
    }

    private static ModelScores choices(Instrument instrument, List<Integer> places) {
        return one(instrument, new TreeMap<>(Map.of("1", places)));
    }

    private static ModelScores one(Instrument instrument, SortedMap<String, List<Integer>> given) {
        return ClosedScores.of(
                        new ClosedAnswers(
                                instrument,
                                new TreeMap<>(Map.of("m", new ClosedAnswers.Given(given, new TreeMap<>())))),
                        0.9)
                .models()
                .get("m");
    }
}
