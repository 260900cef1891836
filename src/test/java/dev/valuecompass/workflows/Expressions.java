package dev.valuecompass.workflows;

import dev.valuecompass.io.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of GitHub's expression language that the workflows use: names, texts, ==, !=, || and fromJSON. */
final class Expressions {
    private static final Pattern EMBEDDED = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");

    private final Map<String, Object> contexts;

    Expressions(Map<String, Object> contexts) {
        this.contexts = contexts;
    }

    /** A text with its embedded expressions filled in. */
    String fill(Object text) {
        return EMBEDDED.matcher(String.valueOf(text))
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(value(found.group(1)))));
    }

    /** Whether an {@code if} holds; without one, whether all before it went well. */
    boolean holds(Object condition, boolean soFar) {
        String text = condition == null ? "success()" : String.valueOf(condition);
        return switch (text) {
            case "success()" -> soFar;
            case "always()" -> true;
            case "failure()" -> !soFar;
            default -> soFar && Boolean.TRUE.equals(value(text));
        };
    }

    List<Object> list(Object text) {
        Matcher json = Pattern.compile("\\$\\{\\{ fromJSON\\((.*)\\) }}").matcher(String.valueOf(text));
        if (!json.matches()) {
            throw new IllegalArgumentException("no list: " + text);
        }
        List<Object> list = new ArrayList<>();
        Json.tree(String.valueOf(value(json.group(1))), "matrix").forEach(node -> list.add(node.asString()));
        return list;
    }

    private Object value(String expression) {
        for (String operator : List.of(" || ", " == ", " != ")) {
            int at = expression.indexOf(operator);
            if (at >= 0) {
                Object left = value(expression.substring(0, at).strip());
                Object right =
                        value(expression.substring(at + operator.length()).strip());
                return switch (operator.strip()) {
                    case "||" -> left.equals("") ? right : left;
                    case "==" -> left.equals(right);
                    default -> !left.equals(right);
                };
            }
        }
        if (expression.startsWith("'")) {
            return expression.substring(1, expression.length() - 1);
        }
        return lookUp(expression);
    }

    private Object lookUp(String name) {
        Object at = contexts;
        for (String part : name.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return at == null ? "" : at;
    }
}
