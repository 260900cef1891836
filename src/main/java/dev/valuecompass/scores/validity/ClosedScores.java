package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.validity.BradleyTerry.Comparison;
import dev.valuecompass.value.Instrument;
import dev.valuecompass.value.Instrument.Question;
import dev.valuecompass.value.Instrument.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What an instrument with closed answers says of the models.
 *
 * @param instrument id
 * @param models by id
 */
public record ClosedScores(
        String instrument, Instrument.Form elicitation, int questions, SortedMap<String, ModelScores> models) {
    /** Share of its calls that a model must have answered to be scored. */
    static final double LEAST_ANSWERED = 0.5;

    private static final double MIDDLE = (Instrument.LEAST + Instrument.MOST) / 2.0;

    /**
     * One model.
     *
     * @param answered share of its calls, in [0, 1]
     * @param values by id: the strength in logits for choices, the mean rating for ratings; empty where too little was
     *     answered
     * @param habit of taking what stands first, in logits, for choices; of agreeing whatever is said, in points of the scale,
     *     for ratings. Null where there are no values
     * @param consistent share of the pairs that got the same answer in both orders; null for ratings
     */
    public record ModelScores(double answered, SortedMap<String, Estimate> values, Estimate habit, Double consistent) {
        /** The scores alone. */
        public Map<String, Double> scores() {
            return values.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, one -> one.getValue().score()));
        }
    }

    /** @param interval null where one answer stands behind it */
    public record Estimate(double score, Interval interval) {}

    /** @param level of the intervals, in (0, 1) */
    public static ClosedScores of(ClosedAnswers answers, double level) {
        SortedMap<String, ModelScores> models = new TreeMap<>();
        answers.models().forEach((model, given) -> models.put(model, one(answers.instrument(), given, level)));
        return new ClosedScores(
                answers.instrument().id(),
                answers.instrument().elicitation(),
                answers.instrument().questions().size(),
                models);
    }

    /** By model and value, of the models that have scores. */
    public SortedMap<String, Map<String, Double>> scores() {
        SortedMap<String, Map<String, Double>> scores = new TreeMap<>();
        models.forEach((model, one) -> {
            if (!one.values().isEmpty()) {
                scores.put(model, one.scores());
            }
        });
        return scores;
    }

    private static ModelScores one(Instrument instrument, ClosedAnswers.Given given, double level) {
        double answered = given.answered() / (double) instrument.calls();
        if (answered < LEAST_ANSWERED) {
            return new ModelScores(answered, new TreeMap<>(), null, null);
        }
        return instrument.elicitation() == Instrument.Form.CHOICE
                ? choices(instrument, given, answered, level)
                : ratings(instrument, given, answered, level);
    }

    private static ModelScores choices(
            Instrument instrument, ClosedAnswers.Given given, double answered, double level) {
        List<String> values = values(instrument);
        List<Comparison> comparisons = new ArrayList<>();
        int both = 0;
        int alike = 0;
        for (int q = 0; q < instrument.questions().size(); q++) {
            Question question = instrument.questions().get(q);
            List<Integer> places = given.given().getOrDefault(question.id(), List.of());
            for (int order = 0; order < places.size(); order++) {
                if (places.get(order) != null) {
                    List<Statement> shown = question.shown(order);
                    comparisons.add(new Comparison(
                            values.indexOf(shown.get(0).value()),
                            values.indexOf(shown.get(1).value()),
                            places.get(order) == 1,
                            q));
                }
            }
            if (places.size() == 2 && places.get(0) != null && places.get(1) != null) {
                both++;
                alike += places.get(0).equals(places.get(1)) ? 0 : 1;
            }
        }
        BradleyTerry fit = BradleyTerry.fit(comparisons, values.size(), BradleyTerry.PRIOR);
        SortedMap<String, Estimate> estimates = new TreeMap<>();
        for (int v = 0; v < values.size(); v++) {
            estimates.put(
                    values.get(v),
                    new Estimate(fit.strengths()[v], BradleyTerry.around(fit.strengths()[v], fit.errors()[v], level)));
        }
        return new ModelScores(
                answered,
                estimates,
                new Estimate(fit.first(), BradleyTerry.around(fit.first(), fit.firstError(), level)),
                both == 0 ? null : Double.valueOf(alike / (double) both));
    }

    private static ModelScores ratings(
            Instrument instrument, ClosedAnswers.Given given, double answered, double level) {
        Map<String, List<Double>> byValue = new TreeMap<>();
        List<Double> towards = new ArrayList<>();
        List<Double> against = new ArrayList<>();
        for (Question question : instrument.questions()) {
            Statement statement = question.statements().get(0);
            List<Integer> places = given.given().getOrDefault(question.id(), List.of());
            if (!places.isEmpty() && places.get(0) != null) {
                double raw = places.get(0);
                (statement.reversed() ? against : towards).add(raw);
                byValue.computeIfAbsent(statement.value(), id -> new ArrayList<>())
                        .add(statement.reversed() ? Instrument.LEAST + Instrument.MOST - raw : raw);
            }
        }
        SortedMap<String, Estimate> estimates = new TreeMap<>();
        if (byValue.keySet().containsAll(values(instrument))) {
            byValue.forEach((value, ratings) -> estimates.put(value, mean(ratings, level)));
        }
        return new ModelScores(answered, estimates, agreeing(towards, against, level), null);
    }

    private static List<String> values(Instrument instrument) {
        return instrument.questions().stream()
                .flatMap(question -> question.statements().stream())
                .map(Statement::value)
                .distinct()
                .sorted()
                .toList();
    }

    static Estimate mean(List<Double> figures, double level) {
        double[] all = figures.stream().mapToDouble(x -> x).toArray();
        double mean = StatUtils.mean(all);
        return new Estimate(
                mean,
                all.length < 2
                        ? null
                        : around(mean, Math.sqrt(StatUtils.variance(all) / all.length), all.length - 1, level));
    }

    /** What statements and their opposites have in common: the mean of both means, less the middle of the scale. */
    private static Estimate agreeing(List<Double> towards, List<Double> against, double level) {
        if (towards.size() < 2 || against.size() < 2) {
            return null;
        }
        double[] one = towards.stream().mapToDouble(x -> x).toArray();
        double[] other = against.stream().mapToDouble(x -> x).toArray();
        double habit = (StatUtils.mean(one) + StatUtils.mean(other)) / 2 - MIDDLE;
        double error = Math.sqrt(StatUtils.variance(one) / one.length + StatUtils.variance(other) / other.length) / 2;
        return new Estimate(habit, around(habit, error, one.length + other.length - 2, level));
    }

    private static Interval around(double mean, double error, int freedom, double level) {
        double half = error * new TDistribution(null, freedom).inverseCumulativeProbability((1 + level) / 2);
        return new Interval(mean - half, mean + half, level);
    }
}
