package dev.valuecompass.pipeline.validation;

import dev.valuecompass.embedding.CachingEncoder;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.embedding.StoredEncoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.pipeline.setup.Recognizers;
import dev.valuecompass.recognition.LabelledAnswer;
import dev.valuecompass.recognition.RecognizerEvaluation;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.recognition.embedded.RecognizerTraining;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures the embedded recogniser on labelled answers, and fits it on them. */
public final class RecognizerWork {
    private static final int CACHE = 60_000;

    private final DataFolder data;
    private final Theory theory;
    private final Path vectors;

    /** @param vectors file in which sentence vectors are kept from one use to the next */
    public RecognizerWork(DataFolder data, Path vectors) {
        this.data = data;
        this.vectors = vectors;
        this.theory = Theory.load(data);
    }

    /** @throws DataException when a line is wrong */
    public RecognizerEvaluation.Report evaluate(Path labelled) {
        List<LabelledAnswer> lines = LabelledAnswer.read(labelled, theory);
        try (ValueRecognizer recognizer = Recognizers.embedded(data, theory, vectors)) {
            return new RecognizerEvaluation(recognizer).evaluate(lines);
        }
    }

    /**
     * New weights.
     *
     * @param lines that they were fitted on, by system id
     * @param weights the text of the weights file
     */
    public record Fitted(Map<String, Integer> lines, String weights) {}

    private List<String> solicitations() {
        return data.text("recognizer/solicitations.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Fits on the examples of the data folder and on these lines. */
    public Fitted fit(Path labelled) {
        List<Path> files = new ArrayList<>(data.list("recognizer/examples", ".jsonl"));
        files.add(labelled);
        List<LabelledAnswer> answers = files.stream()
                .flatMap(file -> LabelledAnswer.read(file, theory).stream())
                .toList();
        SortedMap<String, Integer> lines = new TreeMap<>();
        answers.forEach(answer -> lines.merge(answer.system(), 1, Integer::sum));
        List<String> fittedOn =
                files.stream().map(file -> file.getFileName().toString()).toList();
        try (StoredEncoder stored = new StoredEncoder(new E5Encoder(), vectors)) {
            RecognizerTraining training =
                    new RecognizerTraining(theory, new CachingEncoder(stored, CACHE), solicitations());
            List<LabelledAnswer> contrasts = data.list("recognizer/contrasts", ".jsonl").stream()
                    .flatMap(file -> LabelledAnswer.read(file, theory).stream())
                    .toList();
            return new Fitted(lines, training.fit(answers, contrasts, fittedOn));
        }
    }
}
