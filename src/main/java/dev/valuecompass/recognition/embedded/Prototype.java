package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.Vectors;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Locale;

/**
 * A value as the recogniser knows it without an example: by what its definition says.
 *
 * @param name in lower case
 * @param poles vectors of the definition, of the opposite, of the keywords as one list and of their mean; what a definition
 *     leaves out is a zero vector
 * @param stems beginnings of the keywords, in lower case
 */
record Prototype(String dimension, String name, List<float[]> poles, List<String> stems) {
    static final int POLES = 4;
    static final int DEFINITION = 0;
    static final int OPPOSITE = 1;
    static final int KEYWORDS = 2;

    private static final int SHORTEST_STEM = 4;

    /** All values of a system, in its order. */
    public static List<Prototype> of(ValueSystem system, UnitReader reader) {
        return system.dimensions().stream()
                .map(dimension -> of(dimension, reader))
                .toList();
    }

    static Prototype of(Dimension dimension, UnitReader reader) {
        float[] definition = reader.vector(dimension.name() + ": " + dimension.definition());
        float[] nothing = new float[definition.length];
        List<String> keywords = dimension.keywords();
        return new Prototype(
                dimension.id(),
                dimension.name().toLowerCase(Locale.ROOT),
                List.of(
                        definition,
                        dimension.opposite().isBlank() ? nothing : reader.vector(dimension.opposite()),
                        keywords.isEmpty() ? nothing : reader.vector(String.join(", ", keywords)),
                        keywords.isEmpty()
                                ? nothing
                                : Vectors.mean(
                                        keywords.stream().map(reader::vector).toList())),
                keywords.stream().map(Prototype::stem).toList());
    }

    /** The word without what inflection usually changes. */
    private static String stem(String keyword) {
        String lower = keyword.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(lower.length(), Math.max(SHORTEST_STEM, lower.length() - 2)));
    }
}
