package dev.valuecompass.pipeline;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Evaluation;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.Price;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Spent;
import dev.valuecompass.pipeline.items.EvolutionRecordBuilder;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.items.Reviews;
import dev.valuecompass.pipeline.items.Similarities;
import dev.valuecompass.pipeline.plan.Estimate;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.scores.RatingMethod;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.scores.statistics.RecognizerError;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.Fingerprints;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.PeriodFreezer;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ReviewRecord;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.RunProvenanceFields;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.Snapshot.NotEvaluated;
import dev.valuecompass.snapshot.Snapshot.Origin;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.SystemResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns what was evaluated into a period to freeze: figures, facts about the models, provenance. */
final class Freezing {
    private final RunSetting setting;
    private final LeaderboardConfig board;
    private final RecognizerCard recognizer;
    private final Spent spent;
    private final Map<String, Remarks> remarks;
    private final String program;

    Freezing(RunSetting setting, RecognizerCard recognizer, Spent spent, Map<String, Remarks> remarks, String program) {
        this.setting = setting;
        this.board = setting.leaderboard();
        this.recognizer = recognizer;
        this.spent = spent;
        this.remarks = remarks;
        this.program = program;
    }

    /** What of a period is known before anything is asked. @param itemsKnown whether the items are those that will be asked */
    static Snapshot frame(RunSetting setting, List<ItemSets> items, boolean itemsKnown, RecognizerCard card) {
        List<EvaluatedSystem> asked = items.stream()
                .map(set -> new EvaluatedSystem(
                        set.system(),
                        set.items(),
                        setting.leaderboard().sampling().samples(),
                        new TreeMap<>()))
                .toList();
        Snapshot frame = new Freezing(setting, card, Spent.NOTHING, Map.of(), "")
                .snapshot(
                        asked,
                        items.stream()
                                .map(set -> new SystemResult(
                                        set.system(), set.items().size(), List.of()))
                                .toList());
        Fingerprint known = frame.fingerprint();
        return itemsKnown
                ? frame
                : SnapshotFields.copy(frame)
                        .fingerprint(new Fingerprint(
                                "", known.recognizer(), known.prompts(), known.sampling(), known.scale()))
                        .build();
    }

    PeriodRecord period(List<EvaluatedSystem> evaluated, SortedMap<String, List<Case>> cases, List<GoldRecord> gold) {
        PeriodFreezer freezer = new PeriodFreezer(scoring(), board.evaluation().seed());
        List<ItemRecord> items = new ArrayList<>();
        SortedMap<String, List<LabelRecord>> labels = new TreeMap<>();
        for (EvaluatedSystem system : evaluated) {
            items.addAll(Similarities.into(PeriodFreezer.items(system), setting.runs()));
            system.labels()
                    .forEach((model, rows) -> labels.computeIfAbsent(model, id -> new ArrayList<>())
                            .addAll(rows));
        }
        Snapshot snapshot = snapshot(
                evaluated,
                evaluated.stream()
                        .map(one -> freezer.result(
                                        one,
                                        RecognizerError.of(
                                                List.of(recognizer),
                                                recognizer.version(),
                                                one.system().id()),
                                        of(one, gold))
                                .with(evolution(new ItemSets(one.system(), one.items()))))
                        .toList());
        return new PeriodRecord(snapshot, items, labels, cases, gold);
    }

    private Snapshot snapshot(List<EvaluatedSystem> evaluated, List<SystemResult> results) {
        return SnapshotFields.builder()
                .schemaVersion(Snapshot.SCHEMA_VERSION)
                .period(setting.period())
                .revision(1)
                .previous(null)
                .synthetic(board.synthetic())
                .origin(new Origin("evaluated", "", board.title().licence()))
                .fingerprint(fingerprint(evaluated))
                .title(board.title().name())
                .systems(results)
                .models(models())
                .notEvaluated(board.notEvaluated().stream()
                        .map(one -> new NotEvaluated(one.name(), one.reason(), one.since()))
                        .toList())
                .recognizers(List.of(recognizer))
                .run(provenance(evaluated))
                .cultureFigures(List.of())
                .errata(List.of())
                .build();
    }

    private static List<GoldRecord> of(EvaluatedSystem system, List<GoldRecord> gold) {
        Set<String> items = system.items().stream().map(Item::id).collect(Collectors.toSet());
        return gold.stream().filter(one -> items.contains(one.item())).toList();
    }

    /** Null where the items did not evolve. */
    private EvolutionRecord evolution(ItemSets items) {
        List<ReviewRecord> decided = new Reviews(setting).decided(items.system().id());
        return new EvolutionRecordBuilder(setting)
                .of(items)
                .map(way -> decided.isEmpty() ? way : way.reviewed(decided))
                .orElse(null);
    }

    private Scoring scoring() {
        Evaluation evaluation = board.evaluation();
        return new Scoring(
                evaluation.orders(),
                evaluation.resamples(),
                evaluation.intervalLevel(),
                TeamStrength.MEAN,
                ResampledUnit.TOPIC,
                evaluation.minimumCoverage(),
                evaluation.ratings() == Evaluation.Ratings.JSKILLS ? RatingMethod.JSKILLS : null);
    }

    private Fingerprint fingerprint(List<EvaluatedSystem> evaluated) {
        StringBuilder prompts = new StringBuilder();
        for (EvaluatedSystem system : evaluated) {
            prompts.append(new Prompts(setting.data()).template(system.system()).digest())
                    .append('\n');
        }
        return new Fingerprint(
                Fingerprints.items(evaluated),
                recognizer.version(),
                Digest.sha256(prompts.toString()),
                Fingerprints.sampling(Json.line(board.sampling()), models()),
                Fingerprints.SCALE);
    }

    private RunProvenance provenance(List<EvaluatedSystem> evaluated) {
        List<ItemSets> items = evaluated.stream()
                .map(one -> new ItemSets(one.system(), one.items()))
                .toList();
        AnswerSampling sampling = board.sampling();
        return RunProvenanceFields.builder()
                .program(program)
                .configDigest(RunProvenance.SETTINGS + board.digest())
                .seed(board.evaluation().seed())
                .scoring(scoring())
                .samples(sampling.samples())
                .sampling(Json.line(sampling))
                .promptTokens(spent.promptTokens())
                .completionTokens(spent.completionTokens())
                .dollars(spent.rounded())
                .casesPerDimension(board.evaluation().casesPerDimension())
                .filteredConforms(board.evaluation().filteredConforms())
                .estimatedDollars(Estimate.dollars(setting, items))
                .build();
    }

    private List<ModelEntry> models() {
        return board.examinees().stream().map(this::entry).toList();
    }

    private ModelEntry entry(Examinee e) {
        return ModelEntryFields.builder()
                .id(e.id())
                .name(e.name())
                .developer(e.developer())
                .country(e.country())
                .family(e.family())
                .open(e.open())
                .reasoning(e.reasoning())
                .released(e.released())
                .licence(e.licence())
                .sizeBillions(e.sizeBillions())
                .price(e.price() == null ? null : paid(e.price()))
                .website(e.website())
                .report("")
                .notes(remarks.containsKey(e.id()) ? remarks.get(e.id()).text() : "")
                .source(source(e))
                .settings(
                        e.settings().equals(Examinee.Settings.NONE)
                                ? null
                                : new ModelEntry.Settings(
                                        e.settings().json(), e.settings().systemPrompt()))
                .build();
    }

    private String source(Examinee e) {
        return switch (board.endpoint(e.endpoint()).orElseThrow().kind()) {
            case OPENAI -> "provider";
            case RECORDED -> "recorded";
            case SIMULATED -> ModelEntry.SIMULATED;
        };
    }

    private static ModelEntry.PricePaid paid(Price price) {
        return new ModelEntry.PricePaid(
                price.input().doubleValue(),
                price.output().doubleValue(),
                price.since() == null ? "" : price.since().toString());
    }
}
