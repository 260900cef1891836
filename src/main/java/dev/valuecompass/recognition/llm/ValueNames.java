package dev.valuecompass.recognition.llm;

import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Knows values by id and name, in every language that their system has, however they are spelled. */
final class ValueNames {
    private static final int LONGEST = 200;
    private static final Pattern SEVERAL = Pattern.compile("[,;/|&\\n]|\\band\\b");
    private static final Pattern PARTS = Pattern.compile("[():\\[\\].=\\u2013\\u2014]");

    private final Map<String, String> ids = new TreeMap<>();

    /**
     * @param values that are asked for
     * @param languages the values' system, in each language
     */
    static ValueNames of(List<Dimension> values, List<ValueSystem> languages) {
        ValueNames names = new ValueNames();
        for (Dimension value : values) {
            names.add(value, value.id());
            for (ValueSystem system : languages) {
                system.dimension(value.id()).ifPresent(translated -> names.add(translated, value.id()));
            }
        }
        return names;
    }

    private void add(Dimension dimension, String id) {
        for (String name : List.of(dimension.id(), dimension.name())) {
            ids.putIfAbsent(plain(name), id);
        }
    }

    /** Ids of the values that a text names; none when it names anything else. */
    List<String> in(String text) {
        String read = text.substring(0, Math.min(text.length(), LONGEST));
        Optional<String> whole = one(read);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<String> found = new ArrayList<>();
        for (String part : SEVERAL.split(read)) {
            one(part).filter(id -> !found.contains(id)).ifPresent(found::add);
        }
        return found;
    }

    /** As it is, or one of the two in "id (name)" and "Value: name". */
    private Optional<String> one(String text) {
        String whole = ids.get(plain(text));
        if (whole != null) {
            return Optional.of(whole);
        }
        for (String part : PARTS.split(text)) {
            String id = ids.get(plain(part));
            if (id != null) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** Letters and digits alone, in small letters. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
