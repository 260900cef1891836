package dev.valuecompass.site.text;

import dev.valuecompass.io.SmallLetters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which pages list names: without regard to capitals and accents, and numbers by their size. The browser
 * sorts by the same rule ({@code compareTexts} in {@code js/filters.js}), so nothing jumps when a list comes to life.
 */
public final class NameOrder {
    /** See the class. Names that differ in nothing else are equal. */
    public static final Comparator<String> OF_NAMES = (a, b) -> compare(parts(a), parts(b));

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private NameOrder() {}

    /** Texts at even places, digits between them at odd ones. */
    private static List<String> parts(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String small = SmallLetters.of(plain).replace('ς', 'σ');
        List<String> parts = new ArrayList<>();
        Matcher digits = DIGITS.matcher(small);
        int end = 0;
        while (digits.find()) {
            parts.add(small.substring(end, digits.start()));
            parts.add(digits.group().replaceFirst("^0+(?=.)", ""));
            end = digits.end();
        }
        parts.add(small.substring(end));
        return parts;
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            boolean numbers = i % 2 == 1;
            int order = numbers ? Integer.compare(a.get(i).length(), b.get(i).length()) : 0;
            order = order == 0 ? a.get(i).compareTo(b.get(i)) : order;
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
