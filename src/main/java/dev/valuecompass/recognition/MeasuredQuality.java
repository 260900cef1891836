package dev.valuecompass.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.recognition.RecognizerCard.Bin;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.recognition.RecognizerCard.Mutual;
import dev.valuecompass.recognition.RecognizerCard.Opposed;
import dev.valuecompass.recognition.RecognizerCard.Quality;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quality that was measured on labelled answers, kept in a file beside what it was measured of. It holds for one state of a
 * recogniser alone: other weights, another prompt or another judge make it say nothing (R63, R65).
 *
 * @param holdsFor digest of what decides the labels: of the weights for the embedded recogniser, else the card's version
 * @param systems by system id
 * @param people the same on labels of people alone; may be null
 */
public record MeasuredQuality(
        String holdsFor,
        Map<String, Quality> systems,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Quality> people) {
    /** Where it is kept, relative to the data folder. */
    public static String path(String recognizer) {
        return "recognizer/" + recognizer + "-quality.json";
    }

    /**
     * What the labelled answers were.
     *
     * @param data in a few words, for readers of the card
     * @param people whether people labelled them
     * @param languages two-letter codes of those that they were in; empty where that is not stated
     * @param rejectionsAlone whether only how far rejections are seen is kept
     */
    public record Lines(String data, boolean people, List<String> languages, boolean rejectionsAlone) {}

    /**
     * @param mutual agreement with others that read them too, by system id
     */
    public static MeasuredQuality of(
            String holdsFor, RecognizerEvaluation.Report report, Lines lines, Map<String, List<Mutual>> mutual) {
        Map<String, Quality> systems = new TreeMap<>();
        report.systems()
                .forEach((system, figures) -> systems.put(
                        system,
                        new Quality(
                                figures.n(),
                                lines.data(),
                                rounded(figures.auc()),
                                rounded(figures.accuracy()),
                                rounded(figures.macroF1()),
                                rounded(figures.kappa()),
                                detail(figures, lines.languages()),
                                mutual.getOrDefault(system, List.of()).stream()
                                        .map(MeasuredQuality::rounded)
                                        .toList())));
        return new MeasuredQuality(holdsFor, systems, Map.of());
    }

    /** Empty when nothing was measured, or when it was measured of something else. */
    public static Map<String, Quality> read(DataFolder data, String recognizer, String holdsFor) {
        return kept(data, recognizer, holdsFor).systems();
    }

    /** The same of what was measured on labels of people. */
    public static Map<String, Quality> byPeople(DataFolder data, String recognizer, String holdsFor) {
        return kept(data, recognizer, holdsFor).people();
    }

    private static MeasuredQuality kept(DataFolder data, String recognizer, String holdsFor) {
        return data.find(path(recognizer))
                .map(file -> Json.read(file, MeasuredQuality.class))
                .filter(measured -> holdsFor.equals(measured.holdsFor()))
                .map(measured -> new MeasuredQuality(
                        holdsFor,
                        measured.systems() == null ? Map.of() : measured.systems(),
                        measured.people() == null ? Map.of() : measured.people()))
                .orElse(new MeasuredQuality(holdsFor, Map.of(), Map.of()));
    }

    /** This measurement in the place of the last one of its kind; the other kind stays. @param people whose labels they were */
    public MeasuredQuality beside(DataFolder data, String recognizer, boolean people) {
        MeasuredQuality before = kept(data, recognizer, holdsFor);
        return people
                ? new MeasuredQuality(holdsFor, before.systems(), systems)
                : new MeasuredQuality(holdsFor, systems, before.people());
    }

    /** Only how far rejections are seen, put beside the other figures of the last measurement of each system. */
    public MeasuredQuality rejectionsIn(DataFolder data, String recognizer, boolean people) {
        MeasuredQuality before = kept(data, recognizer, holdsFor);
        Map<String, Quality> kept = new TreeMap<>(people ? before.people() : before.systems());
        systems.forEach((system, measured) -> kept.computeIfPresent(system, (id, last) -> {
            Opposed opposed = measured.detail().opposed();
            return opposed == null || last.detail() == null
                    ? last
                    : last.with(new Opposed(opposed.labelled(), opposed.seen(), opposed.met(), measured.data()));
        }));
        return people
                ? new MeasuredQuality(holdsFor, before.systems(), kept)
                : new MeasuredQuality(holdsFor, kept, before.people());
    }

    private static Detail detail(RecognizerEvaluation.Metrics figures, List<String> languages) {
        return RecognizerCardDetailFields.builder()
                .kappaLow(rounded(figures.kappaLow()))
                .kappaHigh(rounded(figures.kappaHigh()))
                .truePositives(figures.counts().truePositives())
                .falsePositives(figures.counts().falsePositives())
                .falseNegatives(figures.counts().falseNegatives())
                .trueNegatives(figures.counts().trueNegatives())
                .calibration(figures.calibration().stream()
                        .map(bin -> new Bin(bin.n(), rounded(bin.predicted()), rounded(bin.observed())))
                        .toList())
                .evidenceMet(figures.evidence().met())
                .evidenceOf(figures.evidence().of())
                .opposed(figures.opposed().labelled() == 0 ? null : figures.opposed())
                .languages(languages)
                .build();
    }

    private static Mutual rounded(Mutual one) {
        return new Mutual(
                one.with(),
                one.version(),
                one.synthetic(),
                one.n(),
                rounded(one.same()),
                rounded(one.kappa()),
                rounded(one.kappaLow()),
                rounded(one.kappaHigh()));
    }

    private static Double rounded(Double value) {
        return value == null ? null : Math.round(value * 1000) / 1000.0;
    }
}
