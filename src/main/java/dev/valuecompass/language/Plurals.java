package dev.valuecompass.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which form of a word a whole number takes, by the rules of Unicode's CLDR (UTS 35, part 3), written as there: {@code n % 10 = 2..4 and n %
 * 100 != 12..14}. Only whole numbers from 0 are counted here, so {@code n} and {@code i} are the same and other operands are refused.
 */
final class Plurals {
    static final String OTHER = "other";
    /** The forms that CLDR knows. */
    static final Set<String> FORMS = Set.of("zero", "one", "two", "few", "many", OTHER);

    private static final Pattern RELATION = Pattern.compile(
            "[ni](?: % (\\d{1,9}))? (=|!=) (\\d{1,9}(?:\\.\\.\\d{1,9})?(?:,\\d{1,9}(?:\\.\\.\\d{1,9})?)*+)");

    private final Map<String, List<List<Relation>>> rules = new LinkedHashMap<>();

    /** @param rules by form, in the order in which they are tried; {@code other} needs none */
    Plurals(Map<String, String> rules) {
        rules.forEach((form, rule) -> this.rules.put(
                form,
                List.of(rule.split(" or ")).stream()
                        .map(all -> List.of(all.split(" and ")).stream()
                                .map(Plurals::relation)
                                .toList())
                        .toList()));
    }

    /** Whether a rule can be read. */
    static boolean wellFormed(String rule) {
        return List.of(rule.split(" or | and ", -1)).stream()
                .allMatch(part -> RELATION.matcher(part).matches());
    }

    boolean knows(String form) {
        return form.equals(OTHER) || rules.containsKey(form);
    }

    String form(long n) {
        return rules.entrySet().stream()
                .filter(rule ->
                        rule.getValue().stream().anyMatch(all -> all.stream().allMatch(one -> one.holds(n))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER);
    }

    private static Relation relation(String text) {
        Matcher parts = RELATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a plural rule: " + text);
        }
        long modulus = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
        return new Relation(
                modulus,
                parts.group(2).equals("="),
                Stream.of(parts.group(3).split(",")).map(Range::of).toList());
    }

    /** Such as {@code 2..4}, or {@code 5} alone. */
    private record Range(long first, long last) {
        static Range of(String text) {
            String[] ends = text.split("\\.\\.");
            return new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
        }

        boolean holds(long value) {
            return value >= first && value <= last;
        }
    }

    /** @param modulus 0 for none */
    private record Relation(long modulus, boolean in, List<Range> ranges) {
        boolean holds(long n) {
            long value = modulus == 0 ? n : n % modulus;
            return in == ranges.stream().anyMatch(range -> range.holds(value));
        }
    }
}
