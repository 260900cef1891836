package dev.valuecompass.items.adaem;

import dev.valuecompass.items.Variety;
import dev.valuecompass.items.writing.Rejections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a generation gave.
 *
 * @param topics the topics' own questions, as far as the strong panel answered them
 * @param questions the new ones, in the order in which they were made
 * @param pulls in order
 * @param rejected how many proposals became no question, by the reason
 */
public record AdaemResult(
        List<ScoredQuestion> topics,
        List<ScoredQuestion> questions,
        List<Pull> pulls,
        SortedMap<Rejections.Reason, Integer> rejected) {
    /**
     * @param topic id of the topic that was pulled
     * @param questions how many new ones it gave
     * @param reward their mean reward; 0 when there is none
     */
    public record Pull(String topic, int questions, double reward) {}

    /**
     * A place on the way.
     *
     * @param pulls made so far
     * @param reward of the last of them
     * @param best mean reward of the best questions so far; null when there is none
     * @param topics how many topics these best ones are about
     */
    public record CurvePoint(int pulls, double reward, Double best, int topics) {}

    private static final Comparator<ScoredQuestion> BEST_FIRST = Comparator.comparingDouble(
                    (ScoredQuestion question) -> -question.worth().reward())
            .thenComparing(ScoredQuestion::text);

    /** The topics' own questions and the new ones, best first; a text stands in it once. */
    public List<ScoredQuestion> byReward() {
        Set<String> seen = new HashSet<>();
        return Stream.concat(topics.stream(), questions.stream())
                .sorted(BEST_FIRST)
                .filter(question -> seen.add(question.text()))
                .toList();
    }

    /** Those on which models differ, best first; of equal ones by their texts. A text stands in it once. */
    List<ScoredQuestion> ranked() {
        Set<String> seen = new HashSet<>();
        return questions.stream()
                .filter(ScoredQuestion::tells)
                .sorted(BEST_FIRST)
                .filter(question -> seen.add(question.text()))
                .toList();
    }

    /**
     * The best ones, of one topic not more than so many.
     *
     * @param wanted 0 for all
     */
    public List<ScoredQuestion> best(int wanted, int mostPerTopic) {
        return ofTopics(mostPerTopic)
                .limit(wanted == 0 ? Long.MAX_VALUE : wanted)
                .toList();
    }

    /**
     * The finished set: the same, as varied as it has to be.
     *
     * @param pool starting items, in an order in which any number of the first are a fair sample
     */
    public Variety.Choice<ScoredQuestion> finished(int wanted, int mostPerTopic, List<String> pool) {
        return Variety.best(ofTopics(mostPerTopic).toList(), ScoredQuestion::text, wanted, pool);
    }

    /** The same with its new questions changed. */
    AdaemResult with(UnaryOperator<ScoredQuestion> change) {
        return new AdaemResult(topics, questions.stream().map(change).toList(), pulls, rejected);
    }

    private Stream<ScoredQuestion> ofTopics(int mostPerTopic) {
        Map<String, Integer> taken = new HashMap<>();
        return ranked().stream().filter(question -> taken.merge(question.topic(), 1, Integer::sum) <= mostPerTopic);
    }

    /** How the best {@code top} questions grew with the budget, a place for each pull. */
    public List<CurvePoint> curve(int top) {
        Map<Integer, List<ScoredQuestion>> byPull =
                questions.stream().filter(ScoredQuestion::tells).collect(Collectors.groupingBy(ScoredQuestion::pull));
        Map<String, ScoredQuestion> byText = new HashMap<>();
        TreeSet<ScoredQuestion> best = new TreeSet<>(BEST_FIRST);
        List<CurvePoint> curve = new ArrayList<>();
        for (int pull = 1; pull <= pulls.size(); pull++) {
            for (ScoredQuestion question : byPull.getOrDefault(pull, List.of())) {
                ScoredQuestion known = byText.get(question.text());
                if (known == null || BEST_FIRST.compare(question, known) < 0) {
                    byText.put(question.text(), question);
                    if (known != null) {
                        best.remove(known);
                    }
                    best.add(question);
                }
            }
            while (best.size() > top) {
                best.pollLast();
            }
            curve.add(new CurvePoint(pull, pulls.get(pull - 1).reward(), best.isEmpty() ? null : mean(best), (int)
                    best.stream().map(ScoredQuestion::topic).distinct().count()));
        }
        return curve;
    }

    /** @param some one or more */
    public static double mean(Collection<ScoredQuestion> some) {
        return some.stream()
                .mapToDouble(question -> question.worth().reward())
                .average()
                .orElseThrow();
    }
}
