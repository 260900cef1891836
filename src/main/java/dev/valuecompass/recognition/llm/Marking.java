package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.Digest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.value.Dimension;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The question what concepts mean for their values, and the reading of its answer: one line for each concept, with the
 * question's code. The concepts were worded by a model that had read hostile text, so they are fenced as well.
 *
 * @param count of concepts
 */
record Marking(String prompt, String code, int count) {
    static final List<String> PLACES = List.of("values", "examples", "concepts", "fence", "code");

    /** What a concept means for its value. */
    record MarkedLabel(Label label, double strength) {}

    static Marking of(
            PromptTemplate template, List<Dimension> values, List<MarkedExample> examples, List<Concept> concepts) {
        Map<String, String> names = new LinkedHashMap<>();
        StringBuilder definitions = new StringBuilder();
        for (Dimension value : values) {
            names.put(value.id(), value.name());
            definitions.append(
                    "- %s: %s Its opposite: %s%n".formatted(value.name(), value.definition(), value.opposite()));
        }
        StringBuilder shown = new StringBuilder();
        for (MarkedExample example : examples) {
            // In no language: a decimal comma would make another question of it.
            shown.append(String.format(
                    Locale.ROOT,
                    "[%s] %s -> %s %.1f%n",
                    names.get(example.dimension()),
                    example.concept(),
                    example.label(),
                    example.strength()));
        }
        StringBuilder asked = new StringBuilder();
        for (int i = 0; i < concepts.size(); i++) {
            Concept concept = concepts.get(i);
            asked.append("%d. [%s] %s%n".formatted(i + 1, names.get(concept.dimension()), concept.text()));
        }
        String digest = Digest.sha256(String.join("\n", template.digest(), definitions, shown, asked));
        Map<String, String> places = new LinkedHashMap<>();
        places.put("values", definitions.toString().stripTrailing());
        places.put("examples", shown.toString().stripTrailing());
        places.put("concepts", asked.toString().stripTrailing());
        places.put("fence", Fence.mark(digest));
        places.put("code", Fence.code(digest));
        return new Marking(template.fill(places), Fence.code(digest), concepts.size());
    }

    /**
     * One mark for each concept, in order; empty when one is missing, negative, or on a scale that nobody can tell. The last
     * line for a concept counts. Strengths above 1 are taken for tenths or per cent, all of a reply alike.
     */
    Optional<List<MarkedLabel>> marks(String reply) {
        Pattern line = Pattern.compile("(?im)^" + Fence.BEFORE + "MARK\\W{0,3}" + code
                + "\\W{1,3}(\\d{1,3})\\W{1,4}(?:\\[[^\\]\\r\\n]{0,80}\\]\\W{0,4})?"
                + "(EXPRESS(?:ES|ED)?|OPPOS(?:ES|ED)?|NOT)(\\W{1,4}?)(?:(?:strength|score)(\\W{1,3}))?" + STRENGTH
                + "[^\\w\\r\\n]{0,30}$");
        Given[] given = new Given[count];
        Matcher matcher = line.matcher(reply);
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group(1));
            if (number >= 1 && number <= count) {
                given[number - 1] = Given.of(matcher);
            }
        }
        if (Arrays.stream(given).anyMatch(one -> one == null || one.negative)) {
            return Optional.empty();
        }
        double scale = scale(given);
        List<MarkedLabel> marks = Arrays.stream(given)
                .map(one -> new MarkedLabel(one.label, one.strength / (one.of == 0 ? scale : one.of)))
                .toList();
        return marks.stream().allMatch(mark -> mark.strength <= 1) ? Optional.of(marks) : Optional.empty();
    }

    private static final String STRENGTH =
            "(\\d{1,3}(?:[.,]\\d{1,9})?|[.,]\\d{1,9})(?:\\s?(%|/\\s?10{1,2}(?:[.,]0)?|out of 10{1,2}))?";

    /** What the strengths without a scale of their own are of; too small when they are on more than one. */
    private static double scale(Given... given) {
        List<Double> bare = Arrays.stream(given)
                .filter(one -> one.of == 0)
                .map(Given::strength)
                .toList();
        double highest = bare.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        boolean parts = bare.stream().anyMatch(strength -> strength > 0 && strength < 1);
        return highest <= 1 || parts ? 1 : highest <= TENTHS ? TENTHS : PER_CENT;
    }

    private static final double TENTHS = 10;
    private static final double PER_CENT = 100;

    /** A mark as it was written. @param of what its strength is of; 0 where it does not say */
    private record Given(Label label, double strength, double of, boolean negative) {
        static Given of(Matcher line) {
            String word = line.group(2).toUpperCase(Locale.ROOT);
            Label label =
                    word.startsWith("EXPRESS") ? Label.EXPRESSES : word.startsWith("OPPOS") ? Label.OPPOSES : Label.NOT;
            String before = line.group(4) == null ? line.group(3) : line.group(4);
            // A dash between the two words is none of the number's.
            boolean minus = before.endsWith("-") || before.endsWith("−");
            boolean negative = minus && before.length() > 1;
            String unit = line.group(6);
            double of = unit == null ? 0 : unit.contains("%") || unit.contains("100") ? PER_CENT : TENTHS;
            return new Given(label, Double.parseDouble(line.group(5).replace(',', '.')), of, negative);
        }
    }
}
