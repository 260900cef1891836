package dev.valuecompass.pipeline;

import dev.valuecompass.embedding.CachingEncoder;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.recognition.Recognizers;
import dev.valuecompass.recognition.embedded.RecognizerTraining;
import dev.valuecompass.recognition.quality.LabelledAnswer;
import dev.valuecompass.recognition.quality.RecognizerEvaluation;
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

    public RecognizerWork(DataFolder data) {
        this.data = data;
        this.theory = Theory.load(data);
    }

    public RecognizerEvaluation.Report evaluate(Path labelled) {
        return new RecognizerEvaluation(Recognizers.embedded(data, theory))
                .evaluate(LabelledAnswer.read(labelled, theory));
    }

    /**
     * New weights.
     *
     * @param lines that they were fitted on, by system id
     * @param weights the text of the weights file
     */
    public record Fitted(Map<String, Integer> lines, String weights) {}

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
        return new Fitted(
                lines,
                new RecognizerTraining(theory, new CachingEncoder(E5Encoder.load(), CACHE)).fit(answers, fittedOn));
    }
}
