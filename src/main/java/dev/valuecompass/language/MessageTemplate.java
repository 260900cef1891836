package dev.valuecompass.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text with its places for what is put in, in as many forms as the language has for numbers. */
final class MessageTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-zA-Z]*)}");

    private final Map<String, String> forms;
    private final Map<String, List<String>> pieces = new TreeMap<>();
    private final boolean spaced;

    /**
     * @param forms by form of number; a text that does not depend on one has {@code other} alone
     * @param spaced whether a space parts ideographs from Latin letters and figures that are put in beside them
     */
    MessageTemplate(Map<String, String> forms, boolean spaced) {
        this.forms = new TreeMap<>(forms);
        this.spaced = spaced;
        forms.forEach((form, text) -> pieces.put(form, pieces(text)));
    }

    /** Literal texts at even places, names at odd ones. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int at = 0;
        while (place.find()) {
            pieces.add(text.substring(at, place.start()));
            pieces.add(place.group(1));
            at = place.end();
        }
        pieces.add(text.substring(at));
        return List.copyOf(pieces);
    }

    /** Whether a brace stands for nothing that could be put in. */
    static boolean wellFormed(String text) {
        String rest = PLACE.matcher(text).replaceAll("");
        return rest.indexOf('{') < 0 && rest.indexOf('}') < 0;
    }

    /** Whether there is anything to translate beside what is put in. */
    boolean worded() {
        return forms.values().stream()
                .anyMatch(
                        text -> PLACE.matcher(text).replaceAll("").codePoints().anyMatch(Character::isLetter));
    }

    boolean plural() {
        return forms.size() > 1;
    }

    /** As written: a text, or texts by form. */
    Object written() {
        return plural() ? forms : forms.get(Plurals.OTHER);
    }

    /** What is put in, in any of its forms. */
    Set<String> places() {
        Set<String> places = new TreeSet<>();
        pieces.values().forEach(all -> {
            for (int i = 1; i < all.size(); i += 2) {
                places.add(all.get(i));
            }
        });
        return places;
    }

    /** @param form such as {@code one}, or the text for others is taken @param values by name, or null */
    String fill(String form, UnaryOperator<String> values) {
        List<String> parts = pieces.getOrDefault(form, pieces.get(Plurals.OTHER));
        if (parts.size() == 1) {
            return parts.get(0);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = i % 2 == 0 ? parts.get(i) : values.apply(parts.get(i));
            if (part == null) {
                throw new IllegalArgumentException("nothing was given for {" + parts.get(i) + "}");
            }
            if (spaced && apart(text, part)) {
                text.append(' ');
            }
            text.append(part);
        }
        return text.toString();
    }

    private static boolean apart(StringBuilder before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        int left = before.codePointBefore(before.length());
        int right = after.codePointAt(0);
        return Character.isIdeographic(left) && latin(right) || latin(left) && Character.isIdeographic(right);
    }

    private static boolean latin(int c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
