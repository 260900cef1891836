package dev.valuecompass.pipeline.validation;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RecognizerKind;
import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.setup.Recognizers;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.LabelledAnswer;
import dev.valuecompass.recognition.MeasuredQuality;
import dev.valuecompass.recognition.MutualAgreement;
import dev.valuecompass.recognition.RecognizerCard.Mutual;
import dev.valuecompass.recognition.RecognizerEvaluation;
import dev.valuecompass.recognition.RecognizerEvaluation.Judged;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.recognition.embedded.EmbeddedRecognizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Several recognisers read the same labelled answers. What a model said is kept in a store of its own, so that a repetition
 * asks nothing.
 */
public final class RecognizerComparison {
    private static final String STORE = "recognizers.sqlite";

    private final RunSetting setting;
    private final Map<String, String> environment;

    /** @param environment where the judges' keys are looked up */
    public RecognizerComparison(RunSetting setting, Map<String, String> environment) {
        this.setting = setting;
        this.environment = environment;
    }

    /**
     * @param synthetic whether a simulated model read for one of them, so that its figures say nothing about real ones
     * @param versions of the recognisers, by name
     * @param reports by name
     * @param agreement of each with each
     */
    public record Comparison(
            boolean synthetic,
            Map<String, String> versions,
            Map<String, RecognizerEvaluation.Report> reports,
            List<MutualAgreement> agreement) {}

    /** @param names of recognisers, one or more */
    public Comparison of(Path labelled, List<String> names) {
        List<LabelledAnswer> lines = LabelledAnswer.read(labelled, setting.theory());
        Map<String, Judged> judged = new LinkedHashMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        try (RunStore store = RunStore.open(setting.runs().resolve(STORE), setting.overrides());
                ChatModels chat = ChatModels.open(setting.leaderboard(), setting.data(), store, environment)) {
            KeyCheck.require(endpoints(names).toList(), environment, "leaderboard.yml");
            for (String name : names) {
                try (ValueRecognizer recognizer = Recognizers.open(
                        kind(name),
                        setting.leaderboard(),
                        setting.data(),
                        setting.theory(),
                        chat,
                        setting.runs().resolve(Recognizers.VECTORS))) {
                    judged.put(name, new RecognizerEvaluation(recognizer).judge(lines));
                    versions.put(name, recognizer.card().version());
                }
            }
        }
        Map<String, RecognizerEvaluation.Report> reports = new LinkedHashMap<>();
        judged.forEach((name, one) -> reports.put(name, one.report()));
        return new Comparison(
                endpoints(names).anyMatch(endpoint -> endpoint.kind() == Endpoint.Kind.SIMULATED),
                versions,
                reports,
                agreement(judged, lines));
    }

    /**
     * Keeps what was measured in the leaderboard's data folder, where the recogniser's card finds it.
     *
     * @return the files
     */
    public List<Path> keep(Comparison result, MeasuredQuality.Lines lines) {
        List<Path> files = new ArrayList<>();
        result.reports().forEach((name, report) -> {
            String holdsFor = name.equals(EmbeddedRecognizer.ID)
                    ? EmbeddedRecognizer.measuredAs(setting.data())
                    : result.versions().get(name);
            Path file = setting.data().own().resolve(MeasuredQuality.path(name));
            MeasuredQuality measured = MeasuredQuality.of(holdsFor, report, lines, mutual(result, name));
            measured = lines.rejectionsAlone()
                    ? measured.rejectionsIn(setting.data(), name, lines.people())
                    : measured.beside(setting.data(), name, lines.people());
            AtomicFiles.replace(file, Json.pretty(measured));
            files.add(file);
        });
        return List.copyOf(files);
    }

    /** What its card says of the others, by system id. */
    private static Map<String, List<Mutual>> mutual(Comparison result, String name) {
        Map<String, List<Mutual>> all = new TreeMap<>();
        for (MutualAgreement pair : result.agreement()) {
            if (pair.one().equals(name) || pair.other().equals(name)) {
                String other = pair.one().equals(name) ? pair.other() : pair.one();
                pair.systems()
                        .forEach((system, f) -> all.computeIfAbsent(system, key -> new ArrayList<>())
                                .add(new Mutual(
                                        other,
                                        result.versions().get(other),
                                        result.synthetic(),
                                        f.n(),
                                        f.same(),
                                        f.kappa(),
                                        f.kappaLow(),
                                        f.kappaHigh())));
            }
        }
        return all;
    }

    private static List<MutualAgreement> agreement(Map<String, Judged> judged, List<LabelledAnswer> lines) {
        List<String> names = List.copyOf(judged.keySet());
        List<MutualAgreement> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                all.add(MutualAgreement.of(
                        names.get(i),
                        judged.get(names.get(i)).seen(),
                        names.get(j),
                        judged.get(names.get(j)).seen(),
                        lines));
            }
        }
        return List.copyOf(all);
    }

    /** Where the models behind these recognisers are; none for the embedded one. */
    private Stream<Endpoint> endpoints(List<String> names) {
        LeaderboardConfig board = setting.leaderboard();
        return names.stream()
                .flatMap(name -> kind(name).readers().stream())
                .map(reader -> board.roles().reader(reader.role()))
                .flatMap(model -> board.examinee(model).stream())
                .flatMap(examinee -> board.endpoint(examinee.endpoint()).stream())
                .distinct();
    }

    private static RecognizerKind kind(String name) {
        return RecognizerKind.named(name)
                .orElseThrow(() -> new ConfigException(List.of(new Defect(
                        "--recognizer",
                        "unknown recognizer '" + name + "'",
                        NearestName.remedy(name, RecognizerKind.ids())))));
    }
}
