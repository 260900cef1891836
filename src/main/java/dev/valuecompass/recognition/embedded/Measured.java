package dev.valuecompass.recognition.embedded;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.recognition.RecognizerCard.Bin;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.recognition.RecognizerCard.Quality;
import dev.valuecompass.recognition.quality.RecognizerEvaluation;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quality that was measured on answers which the weights were not fitted on, kept beside the weights.
 *
 * @param weights SHA-256 of the weights file it holds for
 * @param systems by system id
 */
public record Measured(String weights, Map<String, Quality> systems) {
    /** Where it is kept, relative to the data folder. */
    public static final String PATH = "recognizer/embedded-quality.json";

    /** @param lines what the labelled answers were, for readers of the card */
    public static Measured of(DataFolder data, RecognizerEvaluation.Report report, String lines) {
        Map<String, Quality> systems = new TreeMap<>();
        report.systems()
                .forEach((system, figures) -> systems.put(
                        system,
                        new Quality(
                                figures.n(),
                                lines,
                                rounded(figures.auc()),
                                rounded(figures.accuracy()),
                                rounded(figures.macroF1()),
                                rounded(figures.kappa()),
                                detail(figures))));
        return new Measured(Digest.sha256(data.text(Weights.PATH)), systems);
    }

    /** Empty when nothing was measured, or when it was measured with other weights. */
    static Map<String, Quality> read(DataFolder data) {
        return data.find(PATH)
                .map(file -> Json.read(file, Measured.class))
                .filter(measured -> measured.weights().equals(Digest.sha256(data.text(Weights.PATH))))
                .map(Measured::systems)
                .orElse(Map.of());
    }

    private static Detail detail(RecognizerEvaluation.Figures figures) {
        return new Detail(
                rounded(figures.kappaLow()),
                rounded(figures.kappaHigh()),
                figures.counts().truePositives(),
                figures.counts().falsePositives(),
                figures.counts().falseNegatives(),
                figures.counts().trueNegatives(),
                figures.calibration().stream()
                        .map(bin -> new Bin(bin.n(), rounded(bin.predicted()), rounded(bin.observed())))
                        .toList(),
                figures.evidence().met(),
                figures.evidence().of());
    }

    private static Double rounded(Double value) {
        return value == null ? null : Math.round(value * 1000) / 1000.0;
    }
}
