package dev.valuecompass.scores.validity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.Seeds;
import dev.valuecompass.scores.statistics.Percentiles;
import dev.valuecompass.scores.validity.ClosedScores.Estimate;
import dev.valuecompass.scores.validity.CrossedDesign.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * What becomes of answers when the same questions are put in other words, to models that are told to be somebody, or in another
 * language: {@code conditions.json}. All figures follow from the rows.
 *
 * @param version of what is computed and of its form
 * @param frozen SHA-256 of the checksum file of the period that it stands beside
 * @param dollars that the answers cost; null where no price is known
 */
public record Conditions(
        int version,
        String period,
        int revision,
        String frozen,
        boolean synthetic,
        Double dollars,
        List<OfSystem> systems)
        implements BesidePeriod {
    /** The version that this program computes. */
    public static final int VERSION = 1;

    /** The kind of the one condition under which a period asks. */
    public static final String AS_IT_IS = "as-it-is";

    /** The kinds of the others, in the order in which they are told of. */
    public static final List<String> KINDS = List.of("wording", "persona", "language");

    private static final int RESAMPLES = 500;

    /**
     * One value system.
     *
     * @param repetitions of each question under each condition
     * @param seed of the resamples
     * @param level of the intervals, in (0, 1)
     * @param questions by value, how many the period asks
     * @param items that were asked, as ids
     * @param conditions the one of the period first
     * @param rows by model and condition the labels of each answer, item by item and in an item repetition by repetition; as in
     *     {@code labels/} one character a value
     * @param unread languages (ISO 639-1) that were wanted and not asked, each with why, in English
     */
    public record Asked(
            int repetitions,
            long seed,
            double level,
            SortedMap<String, Integer> questions,
            List<String> items,
            List<Condition> conditions,
            SortedMap<String, SortedMap<String, List<String>>> rows,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> unread) {
        public Asked {
            unread = unread == null ? new TreeMap<>() : unread;
        }

        /** Of the questions, how many some model answered in a way that could be read, under each condition of a kind. */
        public int answered(String kind) {
            List<Condition> all = conditions.stream()
                    .filter(one -> one.kind().equals(AS_IT_IS) || one.kind().equals(kind))
                    .toList();
            return (int) IntStream.range(0, items.size())
                    .filter(item -> all.stream().allMatch(condition -> answered(item, condition.id())))
                    .count();
        }

        private boolean answered(int item, String condition) {
            return rows.values().stream()
                    .anyMatch(model ->
                            model.get(condition).subList(item * repetitions, (item + 1) * repetitions).stream()
                                    .anyMatch(row -> row.chars().anyMatch(label -> Label.isCode((char) label))));
        }
    }

    /** @param kinds follows from what was asked */
    public record OfSystem(String system, List<String> values, Asked asked, List<OfKind> kinds) {
        /** With the figures that follow. */
        public static OfSystem of(String system, List<String> values, Asked asked) {
            List<OfKind> kinds = new ArrayList<>();
            for (String kind : KINDS) {
                List<String> conditions = asked.conditions().stream()
                        .filter(one -> one.kind().equals(AS_IT_IS) || one.kind().equals(kind))
                        .map(Condition::id)
                        .toList();
                if (conditions.size() > 1) {
                    kinds.add(new Rows(system, values, asked, kind, conditions).told());
                }
            }
            return new OfSystem(system, values, asked, kinds);
        }
    }

    /** @param digest SHA-256 of the prompt and, where there is one, the persona */
    public record Condition(String id, String kind, String digest) {}

    /**
     * The conditions of one kind, with the one of the period.
     *
     * @param conditions how many, with that one
     * @param across verdicts on values that are the same under another condition, over all models
     * @param again verdicts that are the same when the question is asked again under the same condition
     */
    public record OfKind(
            String kind,
            int conditions,
            List<OfValue> values,
            List<OfModel> models,
            Agreement across,
            Agreement again) {}

    /**
     * A value over the models.
     *
     * @param items with an answer under every condition
     * @param components of the variance of the labels, 1 for one that shows the value and 0 for one that does not
     * @param shares of the variance, components below 0 taken as 0; null where all labels are alike
     * @param dependability of a score from as many questions as the period asks under one condition:
     *     {@code σ²ₘ / (σ²ₘ + σ²ₘ꜀ + (σ²ₘᵢ + σ²ₘᵢ꜀ + σ²ₑ)/n)}; null where models do not differ
     */
    public record OfValue(
            String value,
            int models,
            int items,
            List<Component> components,
            Shares shares,
            Estimate dependability,
            Grade grade) {}

    /** @param variance null where it is not told apart */
    public record Component(Source source, Estimate variance) {}

    /** In [0, 1]. @param item with how models differ on it @param condition with all it does together with others */
    public record Shares(Estimate model, Estimate item, Estimate condition, Estimate repetition) {}

    /** A model. */
    public record OfModel(String model, Agreement across, Agreement again) {}

    /**
     * Two verdicts on the same value, question and model.
     *
     * @param pairs of verdicts
     * @param same share of the pairs that are the same label; null without pairs
     * @param shown of the verdicts that the value is shown, the share that the other one confirms (Spitzer & Fleiss 1974); null
     *     where none is
     */
    public record Agreement(long pairs, Estimate same, Estimate shown) {}

    /** The rows of one kind, read. */
    private record Rows(String system, List<String> values, Asked asked, String kind, List<String> conditions) {
        OfKind told() {
            List<String> models = List.copyOf(asked.rows().keySet());
            List<long[][]> across = models.stream().map(this::across).toList();
            List<long[][]> again = models.stream().map(this::again).toList();
            return new OfKind(
                    kind,
                    conditions.size(),
                    IntStream.range(0, values.size())
                            .mapToObj(v -> value(v, models))
                            .filter(one -> one != null)
                            .toList(),
                    IntStream.range(0, models.size())
                            .mapToObj(
                                    m -> new OfModel(models.get(m), agreement(across.get(m)), agreement(again.get(m))))
                            .toList(),
                    agreement(added(across)),
                    agreement(added(again)));
        }

        private char label(String model, String condition, int item, int repetition, int value) {
            return asked.rows()
                    .get(model)
                    .get(condition)
                    .get(item * asked.repetitions() + repetition)
                    .charAt(value);
        }

        private boolean answered(int item, int value) {
            return conditions.stream()
                    .allMatch(condition -> asked.rows().keySet().stream()
                            .anyMatch(model -> IntStream.range(0, asked.repetitions())
                                    .anyMatch(r -> Label.isCode(label(model, condition, item, r, value)))));
        }

        private OfValue value(int value, List<String> models) {
            int[] items = IntStream.range(0, asked.items().size())
                    .filter(item -> answered(item, value))
                    .toArray();
            if (models.size() < 2 || items.length < 2) {
                return null;
            }
            double[][][][] answers = new double[models.size()][items.length][conditions.size()][asked.repetitions()];
            for (int m = 0; m < models.size(); m++) {
                for (int i = 0; i < items.length; i++) {
                    for (int c = 0; c < conditions.size(); c++) {
                        for (int r = 0; r < asked.repetitions(); r++) {
                            char label = label(models.get(m), conditions.get(c), items[i], r, value);
                            answers[m][i][c][r] =
                                    !Label.isCode(label) ? Double.NaN : label == Label.EXPRESSES.code() ? 1 : 0;
                        }
                    }
                }
            }
            CrossedDesign design = new CrossedDesign(answers);
            double[] components = design.components();
            double[][] drawn = draws(values.get(value), items.length).stream()
                    .map(design::components)
                    .toArray(double[][]::new);
            int questions = asked.questions().getOrDefault(values.get(value), items.length);
            Estimate dependability = estimate(components, drawn, one -> dependability(one, questions));
            return new OfValue(
                    values.get(value),
                    models.size(),
                    items.length,
                    Arrays.stream(Source.values())
                            .map(source ->
                                    new Component(source, estimate(components, drawn, one -> one[source.ordinal()])))
                            .toList(),
                    total(components) > 0
                            ? new Shares(
                                    estimate(components, drawn, one -> share(one, Source.MODEL)),
                                    estimate(components, drawn, one -> share(one, Source.ITEM, Source.MODEL_ITEM)),
                                    estimate(
                                            components,
                                            drawn,
                                            one -> share(
                                                    one,
                                                    Source.CONDITION,
                                                    Source.MODEL_CONDITION,
                                                    Source.ITEM_CONDITION,
                                                    Source.MODEL_ITEM_CONDITION)),
                                    estimate(components, drawn, one -> share(one, Source.REPETITION)))
                            : null,
                    dependability,
                    Grade.atLeast(
                            dependability == null ? null : Double.valueOf(dependability.score()),
                            Reliability.WANTED,
                            Reliability.TOLERABLE));
        }

        private Estimate estimate(double[] components, double[][] drawn, ToDoubleFunction<double[]> figure) {
            double score = figure.applyAsDouble(components);
            return Double.isNaN(score)
                    ? null
                    : new Estimate(
                            score,
                            Percentiles.interval(
                                    Arrays.stream(drawn).mapToDouble(figure).toArray(), asked.level()));
        }

        /** Items with replacement. */
        private List<int[]> draws(String name, int items) {
            RandomGenerator random = Seeds.stream(asked.seed(), "conditions", system, kind, name);
            List<int[]> draws = new ArrayList<>();
            for (int d = 0; d < RESAMPLES; d++) {
                int[] weights = new int[items];
                for (int i = 0; i < items; i++) {
                    weights[random.nextInt(items)]++;
                }
                draws.add(weights);
            }
            return draws;
        }

        /** By item: pairs, the same, values shown in either, in both. */
        private long[][] across(String model) {
            long[][] counts = new long[asked.items().size()][4];
            for (int i = 0; i < counts.length; i++) {
                for (String condition : conditions.subList(1, conditions.size())) {
                    for (int r = 0; r < asked.repetitions(); r++) {
                        count(model, i, conditions.get(0), r, condition, r, counts[i]);
                    }
                }
            }
            return counts;
        }

        private long[][] again(String model) {
            long[][] counts = new long[asked.items().size()][4];
            for (int i = 0; i < counts.length; i++) {
                for (String condition : conditions) {
                    for (int r = 1; r < asked.repetitions(); r++) {
                        count(model, i, condition, r - 1, condition, r, counts[i]);
                    }
                }
            }
            return counts;
        }

        private void count(String model, int item, String one, int r, String other, int s, long[] counts) {
            for (int v = 0; v < values.size(); v++) {
                char first = label(model, one, item, r, v);
                char second = label(model, other, item, s, v);
                if (Label.isCode(first) && Label.isCode(second)) {
                    boolean shown = first == Label.EXPRESSES.code();
                    boolean confirmed = second == Label.EXPRESSES.code();
                    counts[0]++;
                    counts[1] += first == second ? 1 : 0;
                    counts[2] += (shown ? 1 : 0) + (confirmed ? 1 : 0);
                    counts[3] += shown && confirmed ? 2 : 0;
                }
            }
        }

        private Agreement agreement(long[][] counts) {
            double[] all = new double[4];
            for (long[] item : counts) {
                for (int k = 0; k < all.length; k++) {
                    all[k] += item[k];
                }
            }
            double[][] drawn = draws("agreement", counts.length).stream()
                    .map(weights -> {
                        double[] sums = new double[4];
                        for (int i = 0; i < counts.length; i++) {
                            for (int k = 0; k < sums.length; k++) {
                                sums[k] += weights[i] * (double) counts[i][k];
                            }
                        }
                        return sums;
                    })
                    .toArray(double[][]::new);
            return new Agreement(
                    (long) all[0],
                    estimate(all, drawn, one -> one[1] / one[0]),
                    estimate(all, drawn, one -> one[3] / one[2]));
        }

        private static long[][] added(List<long[][]> models) {
            long[][] all = new long[models.isEmpty() ? 0 : models.get(0).length][4];
            for (long[][] model : models) {
                for (int i = 0; i < all.length; i++) {
                    for (int k = 0; k < 4; k++) {
                        all[i][k] += model[i][k];
                    }
                }
            }
            return all;
        }
    }

    private static double above(double[] components, Source source) {
        double one = components[source.ordinal()];
        return Double.isNaN(one) ? 0 : Math.max(0, one);
    }

    private static double total(double[] components) {
        return Arrays.stream(Source.values())
                .mapToDouble(source -> above(components, source))
                .sum();
    }

    /** NaN where nothing varies. */
    private static double share(double[] components, Source... sources) {
        return Arrays.stream(sources)
                        .mapToDouble(source -> above(components, source))
                        .sum()
                / total(components);
    }

    /** NaN where nothing varies with the model. */
    private static double dependability(double[] components, int questions) {
        double model = above(components, Source.MODEL);
        double error = above(components, Source.MODEL_CONDITION)
                + (above(components, Source.MODEL_ITEM)
                                + above(components, Source.MODEL_ITEM_CONDITION)
                                + above(components, Source.REPETITION))
                        / questions;
        return model / (model + error);
    }
}
