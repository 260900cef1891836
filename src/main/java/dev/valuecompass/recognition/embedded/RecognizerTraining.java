package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.SentenceSplitter;
import dev.valuecompass.io.Json;
import dev.valuecompass.recognition.quality.LabelledAnswer;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Fits the weights of the embedded recogniser on labelled answers. The same answers give the same weights. */
public final class RecognizerTraining {
    private static final int FOLDS = 5;

    private final Theory theory;
    private final SentenceEncoder encoder;

    public RecognizerTraining(Theory theory, SentenceEncoder encoder) {
        this.theory = theory;
        this.encoder = encoder;
    }

    /** @return the text of {@code data/recognizer/embedded.json} */
    public String fit(List<LabelledAnswer> answers, List<String> fittedOn) {
        float[] centre = centre(answers);
        List<Reading> readings =
                new Lessons(theory, new Reader(encoder, centre, new Solicitation(theory.systems()))).readings(answers);
        return Json.line(new Weights(
                        Weights.FORMAT,
                        encoder.id(),
                        List.copyOf(fittedOn),
                        centre,
                        head(readings, answers, label -> label > 0),
                        head(readings, answers, label -> label < 0)))
                + "\n";
    }

    /** What every sentence of the examples has in common, which would otherwise hide what sets them apart. */
    private float[] centre(List<LabelledAnswer> answers) {
        SentenceSplitter splitter = new SentenceSplitter();
        Collection<String> sentences = new TreeSet<>();
        answers.forEach(answer -> splitter.split(answer.answer()).forEach(sentence -> sentences.add(sentence.text())));
        double[] sum = new double[encoder.dimensions()];
        sentences.parallelStream().forEach(encoder::encode);
        for (String sentence : sentences) {
            float[] vector = encoder.encode(sentence);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        float[] centre = new float[sum.length];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = Rounded.of(sum[i] / sentences.size());
        }
        return centre;
    }

    private Head head(List<Reading> readings, List<LabelledAnswer> answers, IntPredicate yes) {
        // Contrasts teach what a value is not, but nobody labelled them, and they would pull every probability down.
        Predicate<Reading> labelled = reading ->
                reading.dimension().equals(answers.get(reading.answer()).dimension());
        Head head = known(readings, reading -> true, yes);
        List<Held> known = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            Predicate<Reading> held = reading ->
                    (int) (Lessons.share(answers.get(reading.answer()).prompt()) * FOLDS) == out;
            known.addAll(held(known(readings, held.negate(), yes), readings, held.and(labelled), yes));
        }
        Map<String, double[]> calibration = new TreeMap<>();
        for (String domain : head.domains().keySet()) {
            calibration.put(
                    domain,
                    calibrate(known.stream()
                            .filter(h -> h.domain().equals(domain))
                            .toList()));
        }
        List<Held> unknown = new ArrayList<>();
        for (String system :
                new TreeSet<>(readings.stream().map(Reading::system).toList())) {
            Predicate<Reading> held = reading -> reading.system().equals(system);
            unknown.addAll(held(unknown(readings, held.negate(), yes), readings, held.and(labelled), yes));
        }
        calibration.put(Head.GENERAL, calibrate(unknown));
        return new Head(
                unknown(readings, reading -> true, yes).general(),
                head.shared(),
                new TreeMap<>(head.domains()),
                new TreeMap<>(head.values()),
                calibration);
    }

    /** Reads the systems that it was fitted on. */
    private Head known(List<Reading> readings, Predicate<Reading> in, IntPredicate yes) {
        List<Reading> chosen = readings.stream().filter(in).toList();
        return new Problems(encoder.dimensions()).fit(chosen, labels(chosen, yes));
    }

    /** Reads any system by its definitions. */
    private Head unknown(List<Reading> readings, Predicate<Reading> in, IntPredicate yes) {
        List<Reading> chosen = readings.stream().filter(in).toList();
        float[] general = new Problems(encoder.dimensions()).general(chosen, labels(chosen, yes));
        return new Head(general, new float[0], Map.of(), Map.of(), Map.of());
    }

    private static boolean[] labels(List<Reading> readings, IntPredicate yes) {
        boolean[] labels = new boolean[readings.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = yes.test(readings.get(i).label());
        }
        return labels;
    }

    /** An answer's score by a head that was fitted without it. */
    private record Held(String domain, double score, boolean yes) {}

    private static List<Held> held(Head head, List<Reading> readings, Predicate<Reading> held, IntPredicate yes) {
        Map<String, List<Reading>> byAnswer = new LinkedHashMap<>();
        readings.stream()
                .filter(held)
                .forEach(reading -> byAnswer.computeIfAbsent(
                                reading.answer() + " " + reading.dimension(), key -> new ArrayList<>())
                        .add(reading));
        return byAnswer.values().stream()
                .map(units -> {
                    Reading first = units.get(0);
                    Scores scores = Scores.of(
                            head,
                            first.system(),
                            first.dimension(),
                            first.form(),
                            units.stream().map(Reading::features).toList());
                    boolean answer = units.stream().anyMatch(unit -> yes.test(unit.label()));
                    return new Held(Head.domain(first.system(), first.form()), scores.answer(), answer);
                })
                .toList();
    }

    private static double[] calibrate(List<Held> held) {
        double[] scores = held.stream().mapToDouble(Held::score).toArray();
        boolean[] answers = new boolean[scores.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = held.get(i).yes();
        }
        double[] line = Problems.calibrate(scores, answers);
        return new double[] {Rounded.of(line[0]), Rounded.of(line[1])};
    }
}
