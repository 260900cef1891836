package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.Sentence;
import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.SentenceSplitter;
import dev.valuecompass.embedding.VectorTable;
import dev.valuecompass.io.Json;
import dev.valuecompass.recognition.LabelledAnswer;
import dev.valuecompass.value.Theory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Fits the weights of the embedded recogniser on labelled answers. The same answers give the same weights. */
public final class RecognizerTraining {
    /**
     * How much more than what was learned a definition counts where a system has no examples. Of the rates tried, the
     * largest with which no system, left out together with the style that it is read in, was read worse on average than by
     * the definition alone.
     */
    private static final double DEFINITION = 8;

    private final Theory theory;
    private final SentenceEncoder encoder;
    private final List<String> solicitations;

    /** @param solicitations sentences that ask for a label instead of saying something, at least one */
    public RecognizerTraining(Theory theory, SentenceEncoder encoder, List<String> solicitations) {
        this.theory = theory;
        this.encoder = encoder;
        this.solicitations = List.copyOf(solicitations);
    }

    /**
     * @param contrasts texts for and against values; without any, the stance is what the examples teach
     * @return the text of {@code data/recognizer/embedded.json}
     */
    public String fit(List<LabelledAnswer> answers, List<LabelledAnswer> contrasts, List<String> fittedOn) {
        Collection<String> sentences = sentences(answers);
        float[] centre = centre(sentences);
        float[] asking = asking(centre, sentences);
        UnitReader reader = reader(centre, asking);
        List<TrainingExample> readings = new TrainingExamples(theory, reader).readings(answers);
        Calibration calibrating = calibrating(answers, readings, new CalibrationSet(theory, reader).of(answers));
        HeadPair known = known(readings);
        HeadPair unknown = unknown(readings);
        Head opposes = joined(known.opposes(), unknown.opposes(), calibrating.opposes());
        return Json.line(new Weights(
                        Weights.FORMAT,
                        encoder.id(),
                        List.copyOf(fittedOn),
                        centre,
                        asking,
                        joined(known.expresses(), unknown.expresses(), calibrating.expresses()),
                        opposes,
                        contrasts.isEmpty()
                                ? opposes
                                : new StanceTraining(theory, reader, encoder.dimensions()).fit(contrasts)))
                + "\n";
    }

    /** What reads answers when these are fitted on. */
    UnitReader reader(List<LabelledAnswer> answers) {
        Collection<String> sentences = sentences(answers);
        float[] centre = centre(sentences);
        return reader(centre, asking(centre, sentences));
    }

    private UnitReader reader(float[] centre, float[] asking) {
        return new UnitReader(encoder, centre, new Solicitation(theory.systems(), asking));
    }

    private Calibration calibrating(
            List<LabelledAnswer> answers, List<TrainingExample> readings, List<CalibrationAnswer> trials) {
        Calibration calibrating = new Calibration(theory, trials);
        for (int fold = 0; fold < CalibrationSet.FOLDS; fold++) {
            int out = fold;
            List<TrainingExample> in = readings.stream()
                    .filter(reading ->
                            CalibrationSet.fold(answers.get(reading.answer()).prompt()) != out)
                    .toList();
            calibrating.known(known(in), trial -> trial.fold() == out);
        }
        for (String system :
                new TreeSet<>(readings.stream().map(TrainingExample::system).toList())) {
            List<TrainingExample> in = readings.stream()
                    .filter(reading -> !reading.system().equals(system))
                    .toList();
            if (!in.isEmpty()) {
                calibrating.unknown(unknown(in), trial -> trial.system().equals(system));
            }
        }
        return calibrating;
    }

    private static Collection<String> sentences(List<LabelledAnswer> answers) {
        SentenceSplitter splitter = new SentenceSplitter();
        Collection<String> sentences = new TreeSet<>();
        answers.forEach(answer ->
                splitter.split(answer.answer()).stream().map(Sentence::text).forEach(sentences::add));
        return sentences;
    }

    /** What every sentence of the examples has in common, which would otherwise hide what sets them apart. */
    private float[] centre(Collection<String> sentences) {
        VectorTable vectors = VectorTable.of(encoder, List.copyOf(sentences));
        double[] sum = new double[encoder.dimensions()];
        for (int row = 0; row < vectors.size(); row++) {
            float[] vector = vectors.row(row);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        float[] centre = new float[sum.length];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = SignificantDigits.of(sum[i] / sentences.size());
        }
        return centre;
    }

    private float[] asking(float[] centre, Collection<String> honest) {
        UnitReader plain = reader(centre, new float[0]);
        return new RegressionProblem(encoder.dimensions())
                .asking(
                        solicitations.stream().map(plain::vector).toList(),
                        honest.stream().map(plain::vector).toList());
    }

    /** The heads for values with examples. Systems that are read alike lend each other what they learn. */
    HeadPair known(List<TrainingExample> readings) {
        return new HeadPair(known(readings, label -> label > 0), known(readings, label -> label < 0));
    }

    private Head known(List<TrainingExample> readings, IntPredicate yes) {
        RegressionProblem problems = new RegressionProblem(encoder.dimensions());
        Map<String, float[]> domains = new TreeMap<>();
        Map<String, float[]> values = new TreeMap<>();
        readings.stream()
                .collect(Collectors.groupingBy(reading -> theory.reader(reading.system())))
                .forEach((settings, alike) -> {
                    Head head = problems.fit(alike, labels(alike, yes), settings);
                    domains.putAll(head.domains());
                    values.putAll(head.values());
                });
        return new Head(new float[0], domains, values, Map.of());
    }

    /** The heads that read any system by its definitions. */
    HeadPair unknown(List<TrainingExample> readings) {
        RegressionProblem problems = new RegressionProblem(encoder.dimensions());
        float[] expresses = problems.general(readings, labels(readings, label -> label > 0));
        float[] opposes = problems.general(readings, labels(readings, label -> label < 0));
        return new HeadPair(general(leaning(expresses, readings)), general(opposes));
    }

    private static Head general(float[] weights) {
        return new Head(weights, Map.of(), Map.of(), Map.of());
    }

    /**
     * Adds weight to what a definition says by itself, so that it moves the score {@link #DEFINITION} times as much as all
     * that was learned does: what holds for some systems need not hold for the next, a definition does.
     */
    private static float[] leaning(float[] general, List<TrainingExample> readings) {
        Head head = general(general);
        double learned = deviation(readings.stream().mapToDouble(reading -> head.unknown(reading.features())));
        double defined = deviation(
                readings.stream().mapToDouble(reading -> reading.features().defined()));
        float[] leaning = general.clone();
        for (int i = 0; i < Features.SIMILARITIES; i++) {
            leaning[i] = SignificantDigits.of(leaning[i] + Features.definedBy(i) * DEFINITION * learned / defined);
        }
        return leaning;
    }

    private static double deviation(DoubleStream values) {
        double[] all = values.toArray();
        double mean = DoubleStream.of(all).average().orElseThrow();
        return Math.sqrt(
                DoubleStream.of(all).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    private static Head joined(Head known, Head unknown, Map<String, double[]> calibration) {
        return new Head(unknown.general(), new TreeMap<>(known.domains()), new TreeMap<>(known.values()), calibration);
    }

    private static boolean[] labels(List<TrainingExample> readings, IntPredicate yes) {
        boolean[] labels = new boolean[readings.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = yes.test(readings.get(i).label());
        }
        return labels;
    }
}
