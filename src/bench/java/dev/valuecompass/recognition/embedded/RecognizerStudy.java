package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.CachingEncoder;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.embedding.StoredEncoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.recognition.Agreement;
import dev.valuecompass.recognition.LabelledAnswer;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * How well the embedded recogniser reads lines that its heads were not fitted on: {@code RecognizerStudy FITTED [READ]}. Prints,
 * for each file of examples, the AUC alone and joined with another answer, in folds by prompt, and that with the system left out
 * beside the definition's; FITTED are labelled lines that are fitted on beside the examples, READ others that are only read.
 */
final class RecognizerStudy {
    private static final int VECTORS = 100_000;

    private final Theory theory;
    private final RecognizerTraining training;
    private final UnitReader reader;
    private final List<LabelledAnswer> answers;
    private final List<TrainingExample> readings;
    private final Map<String, Sheet> sheets = new TreeMap<>();

    /** Lines of a file: first as they are, then joined. */
    private record Sheet(List<CalibrationAnswer> alone, List<CalibrationAnswer> joined) {}

    private RecognizerStudy(Theory theory, RecognizerTraining training, List<LabelledAnswer> answers) {
        this.theory = theory;
        this.training = training;
        this.answers = answers;
        this.reader = training.reader(answers);
        this.readings = new TrainingExamples(theory, reader).readings(answers);
    }

    public static void main(String[] arguments) throws IOException {
        DataFolder data = DataFolder.over(Path.of("data"));
        Theory theory = Theory.load(data);
        Map<String, List<LabelledAnswer>> files = new TreeMap<>();
        data.list("recognizer/examples", ".jsonl")
                .forEach(file -> files.put(file.getFileName().toString(), LabelledAnswer.read(file, theory)));
        List<LabelledAnswer> answers = new ArrayList<>();
        files.values().forEach(answers::addAll);
        answers.addAll(LabelledAnswer.read(Path.of(arguments[0]), theory));
        Path vectors = Files.createTempFile("vectors", ".sqlite");
        try (E5Encoder encoder = new E5Encoder();
                StoredEncoder stored = new StoredEncoder(encoder, vectors)) {
            RecognizerTraining training =
                    new RecognizerTraining(theory, new CachingEncoder(stored, VECTORS), solicitations(data));
            RecognizerStudy study = new RecognizerStudy(theory, training, answers);
            files.forEach(study::sheet);
            study.folds();
            if (arguments.length > 1) {
                study.sheet("read", LabelledAnswer.read(Path.of(arguments[1]), theory));
                study.read();
            }
            study.leftOut();
        }
    }

    private static List<String> solicitations(DataFolder data) {
        return data.text("recognizer/solicitations.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private void sheet(String name, List<LabelledAnswer> lines) {
        List<CalibrationAnswer> trials = new CalibrationSet(theory, reader).of(lines);
        int read = (int) lines.stream()
                .filter(line -> !reader.read(line.answer(), line.opinion(), line.prompt(), theory.reader(line.system()))
                        .units()
                        .isEmpty())
                .count();
        sheets.put(name, new Sheet(trials.subList(0, read), trials.subList(read, trials.size())));
    }

    private void folds() {
        Map<String, List<Agreement.Pair>> alone = new TreeMap<>();
        Map<String, List<Agreement.Pair>> joined = new TreeMap<>();
        for (int fold = 0; fold < CalibrationSet.FOLDS; fold++) {
            int out = fold;
            HeadPair heads = training.known(readings.stream()
                    .filter(reading ->
                            CalibrationSet.fold(answers.get(reading.answer()).prompt()) != out)
                    .toList());
            sheets.forEach((name, sheet) -> {
                add(alone, name, sheet.alone(), out, shown(heads));
                add(joined, name, sheet.joined(), out, shown(heads));
            });
        }
        alone.forEach((name, pairs) ->
                say("%-26s n %4d  alone %.3f  joined %.3f", name, pairs.size(), auc(pairs), auc(joined.get(name))));
    }

    private void read() {
        HeadPair heads = training.known(readings);
        bySystem(sheets.get("read").alone())
                .forEach((system, trials) ->
                        say("read %-10s n %4d  AUC %.3f", system, trials.size(), auc(pairs(trials, shown(heads)))));
    }

    private void leftOut() {
        for (String system :
                new TreeSet<>(readings.stream().map(TrainingExample::system).toList())) {
            HeadPair heads = training.unknown(readings.stream()
                    .filter(reading -> !reading.system().equals(system))
                    .toList());
            sheets.forEach((name, sheet) -> {
                List<CalibrationAnswer> trials = bySystem(sheet.alone()).getOrDefault(system, List.of());
                if (!trials.isEmpty()) {
                    say(
                            "left out %-10s %-26s n %4d  AUC %.3f  definition %.3f",
                            system,
                            name,
                            trials.size(),
                            auc(pairs(trials, shown(heads))),
                            auc(pairs(trials, RecognizerStudy::nearness)));
                }
            });
        }
    }

    private static ToDoubleFunction<CalibrationAnswer> shown(HeadPair heads) {
        return trial ->
                heads.read(trial.system(), trial.dimension(), trial.view()).shown();
    }

    /** The cosine with the definition, in place of what heads say. */
    private static double nearness(CalibrationAnswer trial) {
        View view = trial.view();
        return new HeadScore(
                        view.whole() == null ? null : nearness(view.whole()),
                        view.parts().stream().map(RecognizerStudy::nearness).toList())
                .answer();
    }

    private static double nearness(Features features) {
        return features.similarities()[0];
    }

    private static Map<String, List<CalibrationAnswer>> bySystem(List<CalibrationAnswer> trials) {
        Map<String, List<CalibrationAnswer>> systems = new TreeMap<>();
        trials.forEach(trial -> systems.computeIfAbsent(trial.system(), key -> new ArrayList<>())
                .add(trial));
        return systems;
    }

    private static void add(
            Map<String, List<Agreement.Pair>> all,
            String name,
            List<CalibrationAnswer> trials,
            int fold,
            ToDoubleFunction<CalibrationAnswer> score) {
        all.computeIfAbsent(name, key -> new ArrayList<>())
                .addAll(pairs(
                        trials.stream().filter(trial -> trial.fold() == fold).toList(), score));
    }

    private static List<Agreement.Pair> pairs(
            List<CalibrationAnswer> trials, ToDoubleFunction<CalibrationAnswer> score) {
        return trials.stream()
                .map(trial -> {
                    double given = score.applyAsDouble(trial);
                    return new Agreement.Pair("", trial.label() > 0, given > 0, given);
                })
                .toList();
    }

    private static Double auc(List<Agreement.Pair> pairs) {
        return pairs == null || pairs.isEmpty() ? null : Agreement.auc(pairs);
    }

    private static void say(String text, Object... figures) {
        System.out.printf(Locale.ROOT, text + "%n", figures);
    }
}
