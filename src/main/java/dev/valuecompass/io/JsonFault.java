package dev.valuecompass.io;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a JSON or YAML text, in words that a user knows: the library's name classes of this program. */
public final class JsonFault {
    private static final int SHOWN = 40;
    private static final String PROBLEM = "problem: ";
    private static final Pattern MISSING = Pattern.compile("Missing (?:required )?creator property '([^']*)'");

    private JsonFault() {}

    /** One line: what is wrong, and with which field. */
    public static String words(JacksonException e) {
        String path = path(e);
        return what(e) + (path.isEmpty() ? "" : " in '" + path + "'");
    }

    private static String what(JacksonException e) {
        String said = e.getOriginalMessage() == null
                ? ""
                : e.getOriginalMessage().lines().findFirst().orElse("");
        if (said.startsWith("Trailing token")) {
            return "more follows where the value has ended";
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown field '" + unknown.getPropertyName() + "'";
        }
        Matcher missing = MISSING.matcher(said);
        if (missing.lookingAt()) {
            return "no field '" + missing.group(1) + "'";
        }
        if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
            String expected = expected(wrong.getTargetType());
            String found = wrong instanceof InvalidFormatException given && given.getValue() instanceof String text
                    ? "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "'"
                    : found(wrong.getCurrentToken());
            return expected.equals(found) ? "this is not " + expected : found + " where " + expected + " is expected";
        }
        if (e instanceof ValueInstantiationException && said.contains(PROBLEM)) {
            return said.substring(said.indexOf(PROBLEM) + PROBLEM.length());
        }
        String plain = said.replaceAll(" \\(start marker at [^\\]]*\\](; line: \\d+, column: \\d+\\])?\\)", "")
                .replaceAll(": enable `[^`]*` to allow", "")
                .replaceAll(",? (from|of type|as|per) `[^`]*`", "");
        return plain.isBlank() || plain.contains("`") ? "not valid JSON" : plain;
    }

    /** The field, such as {@code models[3].name}; empty where it is the whole. */
    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String found(JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_ARRAY, END_ARRAY -> "a list";
            case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "an object";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Temporal.class.isAssignableFrom(type) ? "a date" : "an object";
    }
}
