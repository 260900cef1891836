package dev.valuecompass.scores.validity;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.validity.ClosedScores.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What becomes of a score when a model is told to hold the value: {@code primes.json}. The score should rise, and those of
 * the values across the circle should fall.
 *
 * @param version of what is computed and of its form
 * @param frozen SHA-256 of the checksum file of the period that it stands beside
 * @param dollars that the answers cost; null where no price is known
 */
public record Priming(
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

    /** Least part of the circle between a value and those across it. */
    private static final double ACROSS = 0.4;

    /**
     * What was asked of one value system.
     *
     * @param level of the intervals, in (0, 1)
     * @param circle the values of the system, in the order of the circle
     * @param items put to each model, with and without each instruction, as ids
     * @param rows by model, the labels of its answers
     */
    public record Asked(
            double level, List<String> circle, List<String> items, SortedMap<String, InstructedLabels> rows) {}

    /**
     * The labels of one model, item by item; as in {@code labels/} one character a value.
     *
     * @param before without an instruction
     * @param told by the value that it was told to hold
     */
    public record InstructedLabels(List<String> before, SortedMap<String, List<String>> told) {}

    /** One value system. @param values follow from what was asked @param models likewise */
    public record OfSystem(String system, Asked asked, List<OfValue> values, List<OfModel> models) {
        /** With the figures that follow. Values of a model of which too few answers could be read are left out. */
        public static OfSystem of(String system, Asked asked) {
            List<String> circle = asked.circle();
            List<OfModel> models = new ArrayList<>();
            asked.rows().forEach((model, labels) -> {
                for (int v = 0; v < circle.size(); v++) {
                    Optional.ofNullable(Priming.of(
                                    model,
                                    circle.get(v),
                                    labels.before(),
                                    labels.told().get(circle.get(v)),
                                    v,
                                    across(v, circle.size()),
                                    asked.level()))
                            .ifPresent(models::add);
                }
            });
            List<OfValue> values = circle.stream()
                    .map(value -> models.stream()
                            .filter(one -> one.value().equals(value))
                            .toList())
                    .filter(of -> !of.isEmpty())
                    .map(of -> Priming.of(of.get(0).value(), of, asked.level()))
                    .toList();
            return new OfSystem(system, asked, values, models);
        }
    }

    /**
     * A value over the models.
     *
     * @param rose how many models show it more often when told to hold it
     * @param rise mean over the models, in points
     * @param effect mean of Cohen's h
     * @param opposites mean change of the values across the circle, in points; null where the system has no circle
     */
    public record OfValue(String value, int models, int rose, Estimate rise, double effect, Estimate opposites) {}

    /**
     * A value in one model.
     *
     * @param items with a label both with and without the instruction
     * @param before share of these answers that show the value without the instruction, in [0, 100]
     * @param after the same with it
     * @param rise after less before, with the paired interval over items
     * @param effect Cohen's h, {@code 2 asin √after − 2 asin √before}
     * @param opposites mean change of the values across the circle; null where the system has no circle
     */
    public record OfModel(
            String model,
            String value,
            int items,
            double before,
            double after,
            Estimate rise,
            double effect,
            Estimate opposites) {}

    /** Places of the values across the circle from one. @param values of the circle */
    public static List<Integer> across(int value, int values) {
        return IntStream.range(0, values)
                .filter(other -> {
                    int steps = Math.abs(other - value);
                    return Math.min(steps, values - steps) >= ACROSS * values;
                })
                .boxed()
                .toList();
    }

    /**
     * @param before labels of each item without the instruction, one character a value ({@link Label#code()}; another where
     *     there is none)
     * @param after of the same items with it
     * @param value place of the value
     * @param across places of the values across the circle; empty for none
     * @return null when fewer than two items have labels on both sides
     */
    public static OfModel of(
            String model,
            String id,
            List<String> before,
            List<String> after,
            int value,
            List<Integer> across,
            double level) {
        List<Double> changes = new ArrayList<>();
        List<Double> opposed = new ArrayList<>();
        int shownBefore = 0;
        int shownAfter = 0;
        for (int i = 0; i < before.size(); i++) {
            String one = before.get(i);
            String other = after.get(i);
            if (Label.isCode(one.charAt(value)) && Label.isCode(other.charAt(value))) {
                shownBefore += shown(one, value);
                shownAfter += shown(other, value);
                changes.add(100.0 * (shown(other, value) - shown(one, value)));
                across.stream()
                        .filter(v -> Label.isCode(one.charAt(v)) && Label.isCode(other.charAt(v)))
                        .mapToDouble(v -> 100.0 * (shown(other, v) - shown(one, v)))
                        .average()
                        .ifPresent(opposed::add);
            }
        }
        if (changes.size() < 2) {
            return null;
        }
        double from = shownBefore / (double) changes.size();
        double to = shownAfter / (double) changes.size();
        return new OfModel(
                model,
                id,
                changes.size(),
                100 * from,
                100 * to,
                ClosedScores.mean(changes, level),
                2 * StrictMath.asin(Math.sqrt(to)) - 2 * StrictMath.asin(Math.sqrt(from)),
                opposed.size() < 2 ? null : ClosedScores.mean(opposed, level));
    }

    /** Over the models. @param models of one value, at least one */
    public static OfValue of(String value, List<OfModel> models, double level) {
        Function<Function<OfModel, Estimate>, Estimate> mean = figure -> {
            List<Double> figures = models.stream()
                    .map(figure)
                    .filter(one -> one != null)
                    .map(Estimate::score)
                    .toList();
            return figures.isEmpty() ? null : ClosedScores.mean(figures, level);
        };
        return new OfValue(
                value,
                models.size(),
                (int) models.stream().filter(one -> one.rise().score() > 0).count(),
                mean.apply(OfModel::rise),
                models.stream().mapToDouble(OfModel::effect).average().orElseThrow(),
                mean.apply(OfModel::opposites));
    }

    /** Whether an interval says that a change is none of chance. @return 1, −1, or 0 for neither */
    public static int sign(Estimate change) {
        Interval interval = change == null ? null : change.interval();
        return interval == null ? 0 : interval.low() > 0 ? 1 : interval.high() < 0 ? -1 : 0;
    }

    private static int shown(String labels, int value) {
        return labels.charAt(value) == Label.EXPRESSES.code() ? 1 : 0;
    }
}
