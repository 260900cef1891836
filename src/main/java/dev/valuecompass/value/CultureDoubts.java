package dev.valuecompass.value;

import dev.valuecompass.io.yaml.YamlMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Warns of figures of a country that a survey can hardly have had: a scale that was not turned, a code for a missing
 * answer taken for an answer, a profile without differences, a copy of another country, a handful of respondents.
 */
final class CultureDoubts {
    private static final String SCORES = "scores";
    private static final int ENOUGH_VALUES = 4;
    private static final int FEW_PEOPLE = 30;
    /** In published profiles, which are means with decimals, the widest gap is 4.5 times the rest (Japan, MFQ-2). */
    private static final double TOO_WIDE = 6;

    private final Optional<RankProfile> order;
    private final Map<Map<String, Double>, String> seen = new HashMap<>();

    /** @param order of the values that holds across cultures, where one is known */
    CultureDoubts(Optional<RankProfile> order) {
        this.order = order;
    }

    /** @param map the place of the country in its file */
    void look(YamlMap map, Culture culture) {
        if (culture.n() != null && culture.n() < FEW_PEOPLE) {
            map.warn("n", "a profile of " + culture.n() + " respondents says little of a country", "check 'n'");
        }
        Map<String, Double> scores = culture.scores();
        if (scores.size() < ENOUGH_VALUES || scores.values().stream().anyMatch(Objects::isNull)) {
            return;
        }
        double[] sorted = scores.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (sorted[0] == sorted[sorted.length - 1]) {
            map.warn(SCORES, "all values of " + culture.code() + " are equal", "check the figures");
            return;
        }
        String twin = seen.putIfAbsent(scores, culture.code());
        if (twin != null) {
            map.warn(
                    SCORES,
                    "the figures of " + culture.code() + " are those of " + twin,
                    "check which of them belong here");
        }
        if (!farFromAllOthers(map, culture, sorted)) {
            turnedRound(map, culture);
        }
    }

    /** Whether a gap parts a few values from the rest that is wider than all else taken together. */
    private static boolean farFromAllOthers(YamlMap map, Culture culture, double[] sorted) {
        int at = 1;
        for (int i = 2; i < sorted.length; i++) {
            at = sorted[i] - sorted[i - 1] > sorted[at] - sorted[at - 1] ? i : at;
        }
        double gap = sorted[at] - sorted[at - 1];
        double rest = sorted[sorted.length - 1] - sorted[0] - gap;
        boolean low = at <= sorted.length / 2;
        double border = low ? sorted[at - 1] : sorted[at];
        Map<Boolean, List<Map.Entry<String, Double>>> sides = culture.scores().entrySet().stream()
                .collect(Collectors.partitioningBy(one -> low ? one.getValue() <= border : one.getValue() >= border));
        // Codes are whole numbers, and means hardly ever are.
        boolean code = sides.get(true).stream().allMatch(one -> whole(one.getValue()))
                && sides.get(false).stream().anyMatch(one -> !whole(one.getValue()));
        if (gap <= (code ? 1 : TOO_WIDE) * rest) {
            return false;
        }
        List<String> few = sides.get(true).stream()
                .map(one -> one.getKey() + " " + number(one.getValue()))
                .toList();
        map.warn(
                SCORES,
                String.join(", ", few) + " of " + culture.code() + (few.size() == 1 ? " is" : " are")
                        + " far from every other value",
                "check whether it is the survey's code for a missing answer");
        return true;
    }

    private void turnedRound(YamlMap map, Culture culture) {
        if (order.isEmpty()) {
            return;
        }
        double correlation = correlation(culture.scores(), order.get().order());
        if (correlation < 0) {
            map.warn(
                    SCORES,
                    String.format(
                            Locale.ROOT,
                            "the profile of %s correlates negatively (%.2f) with the pan-cultural baseline",
                            culture.code(),
                            correlation),
                    "check whether the scale has to be turned, as where 1 is 'very much like me'");
        }
    }

    /** Spearman's, of the scores with an order that begins with the highest. */
    private static double correlation(Map<String, Double> scores, List<String> order) {
        double[] own = order.stream()
                .mapToDouble(value -> scores.getOrDefault(value, 0.0))
                .toArray();
        int n = own.length;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double expected = (n - 1) / 2.0 - i;
            double rank = rank(own, own[i]) - (n - 1) / 2.0;
            sum += expected * rank;
            squares += expected * expected;
        }
        return sum / squares;
    }

    /** How many are below, and half of the others that are equal. */
    private static double rank(double[] all, double value) {
        double below = Arrays.stream(all).filter(other -> other < value).count();
        return below + (Arrays.stream(all).filter(other -> other == value).count() - 1) / 2.0;
    }

    private static String number(double value) {
        return whole(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static boolean whole(double value) {
        return value == Math.rint(value);
    }
}
