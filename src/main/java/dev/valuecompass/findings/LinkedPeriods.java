package dev.valuecompass.findings;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.statistics.LinkedScores;
import dev.valuecompass.scores.statistics.LinkedScores.AskedQuestion;
import dev.valuecompass.scores.statistics.LinkedScores.ValueAnswers;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One system in two periods on one scale, by the items that both asked; see {@link LinkedScores}. An item is the same where
 * {@link SharedItems} says so.
 *
 * @param values that link, in the order of the system
 * @param broken values that do not: too few items in common to recover drift by
 * @param fewest items in common, over the values
 * @param scores of the values that link; null where none does, or fewer than two models answered both times
 */
public record LinkedPeriods(String system, List<String> values, List<String> broken, int fewest, LinkedScores scores) {
    private static final int FEWEST_MODELS = 2;
    /** More tell no more and take long; an even sample of them is linked. */
    private static final int MOST_MODELS = 100;
    /** Of a value and a period, anchors first. */
    private static final int MOST_ITEMS = 1000;

    /** Whether every value links, so that the means over all of them do. */
    public boolean whole() {
        return scores != null && broken.isEmpty();
    }

    /** One for each system of the later period; none where nothing of the two periods may be compared. @param level of the intervals */
    public static List<LinkedPeriods> of(PeriodRecord before, PeriodRecord after, double level) {
        boolean measured = before.snapshot().run() != null && after.snapshot().run() != null;
        return !measured
                        || Comparability.of(before.snapshot(), after.snapshot()).kind() == Comparability.Kind.NOTHING
                ? List.of()
                : after.snapshot().systems().stream()
                        .map(now -> of(now.system(), before, after, level))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static Optional<LinkedPeriods> of(
            ValueSystem system, PeriodRecord before, PeriodRecord after, double level) {
        return before.snapshot().systems().stream()
                .map(then -> then.system())
                .filter(then ->
                        then.id().equals(system.id()) && then.dimensionIds().equals(system.dimensionIds()))
                .findFirst()
                .map(then -> new Pair(
                                table(before, then),
                                table(after, system),
                                SharedItems.pairs(system.id(), before, after))
                        .linked(system, level));
    }

    private static LabelTable table(PeriodRecord record, ValueSystem system) {
        return EvaluatedSystem.of(record, system)
                .covered(record.snapshot().run().scoring().minimumCoverage())
                .table(ResampledUnit.TOPIC);
    }

    /** @param same ids of the earlier period by those of the later */
    private record Pair(LabelTable then, LabelTable now, Map<String, String> same) {
        LinkedPeriods linked(ValueSystem system, double level) {
            TreeSet<String> common = new TreeSet<>(then.models());
            common.retainAll(now.models());
            List<String> all = List.copyOf(common);
            List<String> models = IntStream.range(0, Math.min(all.size(), MOST_MODELS))
                    .mapToObj(m -> all.get((int) ((long) m * all.size() / Math.min(all.size(), MOST_MODELS))))
                    .toList();
            int[] placesThen = models.stream().mapToInt(then.models()::indexOf).toArray();
            int[] placesNow = models.stream().mapToInt(now.models()::indexOf).toArray();
            List<String> values = new ArrayList<>();
            List<String> broken = new ArrayList<>();
            List<ValueAnswers> linking = new ArrayList<>();
            int fewest = Integer.MAX_VALUE;
            for (int d = 0; d < system.dimensionIds().size(); d++) {
                ValueAnswers answers = answers(placesThen, placesNow, d);
                fewest = Math.min(fewest, answers.anchors());
                boolean links = answers.links() && models.size() >= FEWEST_MODELS;
                (links ? values : broken).add(system.dimensionIds().get(d));
                if (links) {
                    linking.add(answers);
                }
            }
            return new LinkedPeriods(
                    system.id(),
                    List.copyOf(values),
                    List.copyOf(broken),
                    fewest,
                    linking.isEmpty() ? null : LinkedScores.of(models, linking, level));
        }

        private ValueAnswers answers(int[] modelsThen, int[] modelsNow, int dimension) {
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < then.items().size(); i++) {
                places.put(then.items().get(i), i);
            }
            Map<String, String> topics = new HashMap<>();
            List<AskedQuestion> questions = new ArrayList<>();
            for (int i = 0; i < now.items().size(); i++) {
                Integer was = places.remove(same.getOrDefault(now.items().get(i), ""));
                int[][] answersThen = was == null ? null : answers(then, was, modelsThen, dimension);
                int[][] answersNow = answers(now, i, modelsNow, dimension);
                if (was != null) {
                    topics.putIfAbsent(then.units().get(was), now.units().get(i));
                }
                if (answersThen != null || answersNow != null) {
                    questions.add(new AskedQuestion(now.units().get(i), answersThen, answersNow));
                }
            }
            for (int i : new TreeSet<>(places.values())) {
                int[][] answersThen = answers(then, i, modelsThen, dimension);
                if (answersThen != null) {
                    String topic = then.units().get(i);
                    questions.add(new AskedQuestion(topics.getOrDefault(topic, "then " + topic), answersThen, null));
                }
            }
            return new ValueAnswers(fewer(questions));
        }

        private static List<AskedQuestion> fewer(List<AskedQuestion> questions) {
            Comparator<AskedQuestion> anchorsFirst =
                    Comparator.comparing(question -> question.then() == null || question.now() == null);
            int[] left = {MOST_ITEMS, MOST_ITEMS};
            return questions.stream()
                    .sorted(anchorsFirst)
                    .filter(question ->
                            (question.then() == null || left[0]-- > 0) && (question.now() == null || left[1]-- > 0))
                    .toList();
        }

        /** Null where no model has a scored answer. */
        private static int[][] answers(LabelTable table, int item, int[] models, int dimension) {
            int[][] answers = new int[models.length][];
            int scored = 0;
            for (int m = 0; m < answers.length; m++) {
                answers[m] = new int[] {
                    Conformity.scored(table, item, models[m], dimension),
                    Conformity.expressed(table, item, models[m], dimension)
                };
                scored += answers[m][0];
            }
            return scored == 0 ? null : answers;
        }
    }
}
