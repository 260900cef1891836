package dev.valuecompass.scores.validity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether the scores of a value system measure anything.
 *
 * @param models with a score
 * @param generalFactor null with fewer than four models with a score on every value, or three values on which they differ
 * @param generalGrade of it; unknown where the system is not descriptive
 * @param length null with fewer than five models with a score on every value whose answers were published
 * @param reader null where its agreement was not measured
 * @param values in the order of the system
 * @param missing what the period does not hold: {@code labels}, {@code lengths}, {@code reader}, {@code models}
 */
public record SystemValidity(
        String system,
        int models,
        GeneralFactor generalFactor,
        Grade generalGrade,
        LengthDependence length,
        ReaderAgreement reader,
        List<ValueValidity> values,
        List<String> missing) {

    /** Values are worked out side by side; the same figures give the same result. */
    public static SystemValidity of(SystemFigures figures) {
        GeneralFactor factor =
                GeneralFactor.of(figures.values(), List.copyOf(figures.scores().values()));
        LengthDependence length =
                LengthDependence.of(figures.lengths(), figures.values(), figures.scores(), figures.level());
        return new SystemValidity(
                figures.system().id(),
                figures.scores().size(),
                factor,
                factor == null || !figures.descriptive() ? Grade.UNKNOWN : factor.grade(),
                length,
                figures.reader(),
                IntStream.range(0, figures.values().size())
                        .parallel()
                        .mapToObj(d -> ValueValidity.of(figures, d, factor, length))
                        .toList(),
                missing(figures, factor, length));
    }

    private static List<String> missing(SystemFigures figures, GeneralFactor factor, LengthDependence length) {
        List<String> missing = new ArrayList<>();
        if (figures.items() == null) {
            missing.add("labels");
        }
        if (factor == null) {
            missing.add("models");
        }
        if (length == null) {
            missing.add("lengths");
        }
        if (figures.reader() == null) {
            missing.add("reader");
        }
        return missing;
    }

    /** The grade of how far a model's mean follows the length of its answers. */
    public Grade lengthGrade() {
        return length == null ? Grade.UNKNOWN : length.grade();
    }

    /** The grade of the recogniser. */
    public Grade readerGrade() {
        return reader == null ? Grade.UNKNOWN : reader.grade();
    }
}
