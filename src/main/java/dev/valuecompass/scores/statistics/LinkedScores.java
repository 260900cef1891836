package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.statistics.RandomItems.Asked;
import dev.valuecompass.scores.statistics.RandomItems.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Scores of two periods with different questions on one scale: what each model would have scored before on the questions of
 * the later period. One Rasch model with random items for each value, over both periods at once, tied by the questions that
 * both asked (concurrent calibration, Kolen & Brennan 2014, chapter 6). The interval of a change is a jackknife over groups of
 * topics: with a group go its anchors and its other questions, so the error of the link, that of the choice of questions and
 * that of single answers are in it.
 *
 * @param models in the order of the data
 * @param before what each would have scored, the mean over the values, in [0, 100]
 * @param after what each scores by the same model
 * @param changes after less before
 * @param all the mean change of the models
 * @param byValue the mean change of the models on each value, in the order of the data
 */
public record LinkedScores(
        List<String> models,
        List<Double> before,
        List<Double> after,
        List<MeanChange> changes,
        MeanChange all,
        List<MeanChange> byValue) {
    /** Fewer questions in common link nothing: see the validation. */
    public static final int FEWEST_ANCHORS = 20;

    /** Topics that the anchors must come from, since the jackknife is over them. */
    public static final int FEWEST_TOPICS = 10;

    private static final int MOST_GROUPS = 20;
    private static final int ROUNDS_AGAIN = 10;

    /**
     * Answers on one value.
     *
     * @param questions of either period, models in the same order in each
     */
    public record ValueAnswers(List<AskedQuestion> questions) {
        /** How many questions both periods asked. */
        public int anchors() {
            return (int) questions.stream()
                    .filter(question -> question.then() != null && question.now() != null)
                    .count();
        }

        /** From how many topics these come. */
        public int topics() {
            return (int) questions.stream()
                    .filter(question -> question.then() != null && question.now() != null)
                    .map(AskedQuestion::topic)
                    .distinct()
                    .count();
        }

        /** Whether there is enough in common to link by. */
        public boolean links() {
            return anchors() >= FEWEST_ANCHORS && topics() >= FEWEST_TOPICS;
        }
    }

    /**
     * One question.
     *
     * @param topic that it hangs together with
     * @param then by model, scored answers of the earlier period and how many of these show the value; null where it was not asked
     * @param now the same of the later period
     */
    public record AskedQuestion(String topic, int[][] then, int[][] now) {
        private Question question(int models) {
            int[] scored = new int[2 * models];
            int[] expressed = new int[2 * models];
            for (int m = 0; m < models; m++) {
                scored[m] = then == null ? 0 : then[m][0];
                expressed[m] = then == null ? 0 : then[m][1];
                scored[models + m] = now == null ? 0 : now[m][0];
                expressed[models + m] = now == null ? 0 : now[m][1];
            }
            return new Question(
                    then == null ? Asked.NOW : now == null ? Asked.THEN : Asked.BOTH, topic, scored, expressed);
        }
    }

    /** What one fit says. */
    private record Estimate(double[] before, double[] after) {
        double change(int model) {
            return after[model] - before[model];
        }

        double change() {
            return IntStream.range(0, before.length)
                    .mapToDouble(this::change)
                    .average()
                    .orElseThrow();
        }
    }

    /** The estimates of a value from everything, then without each group of topics. */
    private record ValueEstimates(Estimate all, List<Estimate> without) {}

    /**
     * @param values each of which links
     * @param level of the intervals, in (0, 1)
     */
    public static LinkedScores of(List<String> models, List<ValueAnswers> values, double level) {
        Map<String, Integer> groups = groups(values);
        int n = 1 + groups.values().stream().mapToInt(x -> x).max().orElseThrow();
        List<ValueEstimates> estimates = values.parallelStream()
                .map(value -> estimates(value, models.size(), groups, n))
                .toList();
        int anchors = values.stream().mapToInt(ValueAnswers::anchors).sum();
        return new LinkedScores(
                List.copyOf(models),
                IntStream.range(0, models.size())
                        .mapToObj(m -> mean(estimates, value -> value.all().before()[m]))
                        .toList(),
                IntStream.range(0, models.size())
                        .mapToObj(m -> mean(estimates, value -> value.all().after()[m]))
                        .toList(),
                IntStream.range(0, models.size())
                        .mapToObj(m -> change(estimates, one -> one.change(m), n, anchors, level))
                        .toList(),
                change(estimates, Estimate::change, n, anchors, level),
                IntStream.range(0, values.size())
                        .mapToObj(v -> change(
                                List.of(estimates.get(v)),
                                Estimate::change,
                                n,
                                values.get(v).anchors(),
                                level))
                        .toList());
    }

    private static ValueEstimates estimates(ValueAnswers value, int models, Map<String, Integer> groups, int n) {
        List<Question> questions =
                value.questions().stream().map(one -> one.question(models)).toList();
        RandomItems all = RandomItems.of(questions, models);
        List<Estimate> without = new ArrayList<>();
        for (int g = 0; g < n; g++) {
            int left = g;
            List<Question> rest = questions.stream()
                    .filter(one -> groups.get(one.topic()) != left)
                    .toList();
            without.add(rest.size() == questions.size() ? estimate(all) : estimate(all.refitted(rest, ROUNDS_AGAIN)));
        }
        return new ValueEstimates(estimate(all), without);
    }

    private static Estimate estimate(RandomItems fit) {
        return new Estimate(fit.expected(false), fit.expected(true));
    }

    /** Topics dealt to groups, those with anchors first, so that each group has as many. */
    private static Map<String, Integer> groups(List<ValueAnswers> values) {
        Set<String> tying = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (ValueAnswers value : values) {
            for (AskedQuestion question : value.questions()) {
                all.add(question.topic());
                if (question.then() != null && question.now() != null) {
                    tying.add(question.topic());
                }
            }
        }
        int n = Math.min(MOST_GROUPS, tying.size());
        Map<String, Integer> groups = new HashMap<>();
        all.stream()
                .sorted(Comparator.comparing((String topic) -> !tying.contains(topic))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(topic -> groups.put(topic, groups.size() % n));
        return groups;
    }

    private static double mean(List<ValueEstimates> values, ToDoubleFunction<ValueEstimates> figure) {
        return values.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static MeanChange change(
            List<ValueEstimates> values, ToDoubleFunction<Estimate> figure, int groups, int anchors, double level) {
        double[] without = IntStream.range(0, groups)
                .mapToDouble(g -> mean(
                        values, value -> figure.applyAsDouble(value.without().get(g))))
                .toArray();
        double estimate = mean(values, value -> figure.applyAsDouble(value.all()));
        double squares = Arrays.stream(without)
                .map(one -> (one - estimate) * (one - estimate))
                .sum();
        return MeanChange.of(estimate, anchors, squares * (groups - 1) / groups, groups - 1, level);
    }
}
