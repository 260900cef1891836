package dev.valuecompass.io.yaml;

import dev.valuecompass.io.Defects;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.Place;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.SafeName;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of a YAML file with its place. Each reading reports a value of the wrong kind and is then empty. */
public final class YamlValue {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][-+]?\\d{1,3})?");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.?(nan|inf(inity)?)", Pattern.CASE_INSENSITIVE);
    /** Control characters other than line breaks, and marks that turn the direction of writing. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[[\\p{Cc}&&[^\\n]]\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final int SHOWN = 60;

    /** Every whole number of so many digits fits into 64 bits. */
    private static final int MOST_DIGITS = 18;

    private final String key;
    private final Node node;
    private final Place place;
    private final Defects defects;

    YamlValue(String key, Node node, Place place, Defects defects) {
        this.key = key;
        this.node = node;
        this.place = place;
        this.defects = defects;
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    public Place place() {
        return place;
    }

    /** A text as it is written, without the blanks around a folded or literal block; numbers count as texts. */
    public Optional<String> text() {
        if (!(node instanceof ScalarNode scalar)) {
            return wrong("is not a text", "write one value after '" + key + ":'");
        }
        boolean block = scalar.getScalarStyle() == ScalarStyle.FOLDED || scalar.getScalarStyle() == ScalarStyle.LITERAL;
        String text = block ? scalar.getValue().strip() : scalar.getValue();
        if (text.isBlank()) {
            return wrong("is blank", "write a text or remove it");
        }
        if (!text.equals(text.strip())) {
            return wrong("has a blank at its start or end", "write '" + shorten(text.strip()) + "'");
        }
        if (INVISIBLE.matcher(text).find()) {
            return wrong("contains an invisible control character", "type it anew");
        }
        return Optional.of(text);
    }

    /** A text that may name files; empty and reported when it may not. So with all readers of this class. */
    Optional<String> id() {
        Optional<String> text = text();
        Optional<String> objection = text.flatMap(SafeName::objection);
        return objection.isPresent() ? wrong(objection.get(), SafeName.RULE) : text;
    }

    Optional<Boolean> flag() {
        String text = plain();
        if (!text.equals("true") && !text.equals("false")) {
            return wrong("is neither true nor false", "write true or false");
        }
        return Optional.of(text.equals("true"));
    }

    Optional<BigDecimal> decimal(Range range) {
        String text = plain();
        if (NO_NUMBER.matcher(text).matches()) {
            return wrong("is not a finite number", "write a number " + range);
        }
        if (!NUMBER.matcher(text).matches()) {
            return wrong("is not a number", "write a number " + range);
        }
        BigDecimal number = new BigDecimal(text);
        return range.contains(number) ? Optional.of(number) : wrong("is out of range", "write a number " + range);
    }

    public Optional<Long> whole(Range range) {
        Optional<BigDecimal> number = decimal(range);
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            return wrong("is not a whole number", "write a whole number " + range);
        }
        return number.map(BigDecimal::longValueExact);
    }

    Optional<LocalDate> date() {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        try {
            LocalDate date = LocalDate.parse(text);
            boolean likely = date.getYear() >= 1900 && date.getYear() < 2200;
            return likely ? Optional.of(date) : wrong("is not a likely date", "check the year");
        } catch (DateTimeException e) {
            return wrong("is not a date", "write year-month-day, such as 2026-01-31");
        }
    }

    public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> words = constants.stream().map(YamlValue::word).toList();
        return oneOf(words).map(word -> constants.get(words.indexOf(word)));
    }

    public Optional<String> oneOf(List<String> allowed) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        return allowed.contains(text) ? Optional.of(text) : wrong("is not allowed", NearestName.remedy(text, allowed));
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    public Optional<List<YamlValue>> list() {
        if (!(node instanceof SequenceNode sequence)) {
            return wrong("is not a list", "write one entry a line, each after '- '");
        }
        return Optional.of(sequence.getValue().stream()
                .map(entry -> new YamlValue(key, entry, new Place(place.file(), line(entry)), defects))
                .toList());
    }

    Optional<YamlMap> map() {
        if (!(node instanceof MappingNode mapping)) {
            return wrong("is not a mapping", "write 'key: value' lines under it");
        }
        return Optional.of(new YamlMap(mapping, place, "'" + key + "'", defects));
    }

    /**
     * A mapping as JSON has it: texts, whole numbers, doubles, flags, nulls, and lists and maps of these, maps in the order of
     * their names. What is nested deeper, or is more, than anybody writes by hand is refused.
     */
    public Optional<Map<String, Object>> json() {
        return map().flatMap(ignored -> {
            JsonForm form = new JsonForm();
            Object value = form.of(node, 0);
            return form.problem.isEmpty() && value instanceof Map<?, ?> object
                    ? Optional.of(form.named(object))
                    : wrong(form.problem, form.fix);
        });
    }

    /** One reading of a value as JSON; an alias may stand for a tree that contains itself, so both bounds are needed. */
    private static final class JsonForm {
        private static final int DEEPEST = 8;
        private static final int MOST = 500;

        private String problem = "";
        private String fix = "";
        private int values;

        private Object of(Node node, int depth) {
            if (depth > DEEPEST || ++values > MOST) {
                return refuse(
                        "is nested more than " + DEEPEST + " deep or has more than " + MOST + " values", "write less");
            }
            if (node instanceof MappingNode mapping) {
                return object(mapping, depth);
            }
            if (node instanceof SequenceNode sequence) {
                List<Object> list = new ArrayList<>();
                for (Node entry : sequence.getValue()) {
                    list.add(of(entry, depth + 1));
                }
                return list;
            }
            return scalar((ScalarNode) node);
        }

        private Map<String, Object> object(MappingNode mapping, int depth) {
            Map<String, Object> object = new TreeMap<>();
            for (NodeTuple member : mapping.getValue()) {
                if (!(member.getKeyNode() instanceof ScalarNode key)
                        || key.getValue().isBlank()) {
                    refuse("has a name that is not a text", "write plain names");
                } else if (object.containsKey(key.getValue())) {
                    refuse("has '" + shorten(key.getValue()) + "' twice", "keep one");
                } else {
                    object.put(key.getValue(), of(member.getValueNode(), depth + 1));
                }
            }
            return object;
        }

        private Object scalar(ScalarNode scalar) {
            String text = scalar.getValue();
            if (scalar.getTag().equals(Tag.NULL)) {
                return null;
            }
            if (scalar.getTag().equals(Tag.BOOL)) {
                return text.equalsIgnoreCase("true");
            }
            if (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT)) {
                return number(text);
            }
            return INVISIBLE.matcher(text).find()
                    ? refuse("contains an invisible control character", "type it anew")
                    : text;
        }

        private Object number(String text) {
            if (!NUMBER.matcher(text).matches()) {
                return refuse(
                        "has a number that JSON cannot say: '" + shorten(text) + "'", "write it in decimal digits");
            }
            BigDecimal number = new BigDecimal(text);
            boolean whole = text.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '+');
            if (whole && number.precision() > MOST_DIGITS) {
                return refuse("has a number of more than " + MOST_DIGITS + " digits", "write it as a text, in quotes");
            }
            if (whole) {
                return number.longValueExact();
            }
            double value = number.doubleValue();
            return Double.isFinite(value) ? value : refuse("has a number that is too large", "write a smaller one");
        }

        private Object refuse(String what, String remedy) {
            if (problem.isEmpty()) {
                problem = what;
                fix = remedy;
            }
            return null;
        }

        private Map<String, Object> named(Map<?, ?> object) {
            Map<String, Object> named = new TreeMap<>();
            object.forEach((key, value) -> named.put(key.toString(), value));
            return named;
        }
    }

    /** Reports that this value is wrong, at its line. */
    public void report(String what, String fix) {
        defects.add(place, what, fix);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Unquoted content only: a quoted number is a text. */
    private String plain() {
        return node instanceof ScalarNode scalar && scalar.isPlain() ? scalar.getValue() : "";
    }

    private <T> Optional<T> wrong(String what, String fix) {
        defects.add(place, "'" + key + "' " + what + shown(), fix);
        return Optional.empty();
    }

    private String shown() {
        if (!(node instanceof ScalarNode scalar)) {
            return "";
        }
        String quote = scalar.isPlain() || !scalar.getTag().equals(Tag.STR) ? "'" : "\"";
        return ": " + quote + shorten(scalar.getValue()) + quote;
    }

    private static String shorten(String text) {
        String visible = INVISIBLE.matcher(text.replace('\n', ' ')).replaceAll("\uFFFD");
        int end = Math.min(visible.length(), SHOWN);
        return visible.substring(0, end) + (end < visible.length() ? "…" : "");
    }
}
