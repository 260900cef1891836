package dev.valuecompass.pipeline.validation;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.offline.SimulatedEndpoint;
import dev.valuecompass.llm.offline.Truth;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.StoredRun;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.MutualAgreement;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.scores.Seeds;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.store.GoldFile;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Labels by people, from the draw to the gold file of a period. */
public final class Labelling {
    private static final String SIMULATED = "simulated-";

    private final RunSetting setting;
    private final Path folder;
    private final Path key;

    /** Of the period of the setting. */
    public Labelling(RunSetting setting) {
        this.setting = setting;
        this.folder = GoldFile.folder(setting.data().own(), setting.period());
        this.key = folder.resolve("draw.jsonl");
    }

    /**
     * Draws answers to label, beside those of earlier rounds, and writes the page.
     *
     * @param run where the answers are
     * @param labels for each value, in all models together
     * @param systems ids; empty for all of the leaderboard
     * @throws DataException when answers are missing, or are read otherwise than when earlier ones were drawn
     */
    public LabelReport.Drawn draw(StoredRun run, int labels, List<String> systems) {
        List<Case> cases = run.read().values().stream().flatMap(List::stream).toList();
        List<DrawnAnswer> earlier = drawn();
        List<GoldRecord> gold = GoldFile.read(setting.data().own(), setting.period());
        int round = 1 + earlier.stream().mapToInt(DrawnAnswer::round).max().orElse(0);
        List<DrawnAnswer> fresh = new ArrayList<>();
        setting.leaderboard().systems().stream()
                .map(plan -> setting.theory().system(plan.system()))
                .filter(system -> systems.isEmpty() || systems.contains(system.id()))
                .forEach(system -> fresh.addAll(new GoldDraw(system, earlier, gold, key)
                        .draw(
                                cases.stream()
                                        .filter(one -> one.system().equals(system.id()))
                                        .toList(),
                                labels,
                                round)));
        String name = "label-" + setting.period() + "-" + round;
        Path page = folder.resolve(name + ".html");
        if (!fresh.isEmpty()) {
            List<DrawnAnswer> all = new ArrayList<>(earlier);
            all.addAll(fresh);
            AtomicFiles.replace(page, LabelPage.write(name, fresh, setting.theory()));
            AtomicFiles.replace(key, JsonLines.write(all));
        }
        return new LabelReport.Drawn(round, fresh.size(), page.toString(), key.toString());
    }

    /**
     * Reads what raters sent back, adjudicates, and writes the gold file of the period.
     *
     * @throws DataException with every line that cannot be, or when there are not two raters
     */
    public LabelReport.Read read(List<Path> files) {
        List<DrawnAnswer> drawn = required();
        SortedMap<String, SortedMap<String, RaterLabels.Rating>> ratings =
                RaterLabels.read(files, drawn.stream().collect(Collectors.toMap(DrawnAnswer::id, Function.identity())));
        List<String> raters = ratings.values().stream()
                .flatMap(seen -> seen.keySet().stream())
                .distinct()
                .toList();
        if (raters.size() < 2) {
            throw new DataException(
                    files.get(0),
                    raters.isEmpty() ? "holds no label" : "rater " + raters.get(0) + " is alone",
                    "name the files of two raters or more");
        }
        Adjudication result = Adjudication.of(drawn, ratings);
        Path gold = GoldFile.write(setting.data().own(), setting.period(), result.gold());
        Path ties = folder.resolve("ties-" + setting.period() + ".html");
        if (!result.divided().isEmpty()) {
            String name = "ties-" + setting.period();
            AtomicFiles.replace(ties, LabelPage.write(name, result.divided(), setting.theory()));
        }
        Path lines = folder.resolve("labelled.jsonl");
        AtomicFiles.replace(lines, JsonLines.write(result.lines(drawn)));
        int settled = (int) result.gold().stream().filter(GoldRecord::settled).count();
        return new LabelReport.Read(
                raters.stream().anyMatch(rater -> rater.startsWith(SIMULATED)),
                Adjudication.ceilings(drawn, ratings).stream()
                        .map(Labelling::agreement)
                        .toList(),
                new LabelReport.Counts(
                        settled, result.gold().size() - settled, result.single(), drawn.size() - ratings.size()),
                gold.toString(),
                lines.toString(),
                result.divided().isEmpty() ? "" : ties.toString());
    }

    private static LabelReport.Agreement agreement(Adjudication.Ceiling one) {
        var interval = one.alpha().interval();
        return new LabelReport.Agreement(
                one.system(),
                one.answers(),
                one.alpha().alpha(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                one.pairs().stream()
                        .filter(pair -> pair.systems().containsKey(one.system()))
                        .map(pair -> pair(pair, one.system()))
                        .toList());
    }

    private static LabelReport.Pair pair(MutualAgreement pair, String system) {
        MutualAgreement.PairMetrics figures = pair.systems().get(system);
        return new LabelReport.Pair(
                pair.one(), pair.other(), figures.n(), figures.kappa(), figures.kappaLow(), figures.kappaHigh());
    }

    /**
     * Lets simulated raters label what was drawn of simulated models, whose values are known.
     *
     * @param raters how many
     * @param error share of labels, in [0, 1], in which each errs by chance
     * @return their files
     * @throws DataException when a model is not simulated: then nobody knows what its answers show
     */
    public List<String> simulate(int raters, double error) {
        List<DrawnAnswer> drawn = required();
        Map<String, Truth> truths = new HashMap<>();
        List<String> files = new ArrayList<>();
        for (int r = 1; r <= raters; r++) {
            String rater = SIMULATED + r;
            List<Object> lines = new ArrayList<>();
            for (DrawnAnswer one : drawn) {
                boolean errs = Seeds.stream(seed(), "rater", rater, one.id()).nextDouble() < error;
                boolean shown = shows(one, truths) != errs;
                lines.add(RaterLabels.line(one.id(), rater, shown ? Label.EXPRESSES : Label.NOT));
            }
            Path file = folder.resolve(rater + ".jsonl");
            AtomicFiles.replace(file, JsonLines.write(lines));
            files.add(file.toString());
        }
        return files;
    }

    private boolean shows(DrawnAnswer one, Map<String, Truth> truths) {
        Examinee examinee = setting.leaderboard().examinee(one.model()).orElse(null);
        Endpoint endpoint = examinee == null
                ? null
                : setting.leaderboard().endpoint(examinee.endpoint()).orElseThrow();
        if (endpoint == null || endpoint.kind() != Endpoint.Kind.SIMULATED) {
            throw new DataException(
                    key,
                    "'" + one.model() + "' is not simulated, so nobody knows what its answers show",
                    "let people label: send them the page");
        }
        Truth truth = truths.computeIfAbsent(
                endpoint.file(),
                file -> SimulatedEndpoint.open(setting.data(), file, seed()).truth());
        ValueSystem system = setting.theory().system(one.system());
        PromptTemplate template = new Prompts(setting.data()).template(system);
        Item item = new Item(
                one.item(),
                system.id(),
                List.of(one.dimension()),
                "",
                one.prompt(),
                false,
                new Provenance("labelled", "", "", "", "", Map.of()));
        ChatRequest request = Interview.request(
                examinee, system, template, item, setting.leaderboard().sampling(), one.sample());
        return truth.shows(examinee.model(), one.system(), one.dimension(), Truth.question(request), one.sample());
    }

    private long seed() {
        return setting.leaderboard().evaluation().seed();
    }

    private List<DrawnAnswer> drawn() {
        return Files.isRegularFile(key) ? JsonLines.read(key, DrawnAnswer.class) : List.of();
    }

    private List<DrawnAnswer> required() {
        List<DrawnAnswer> drawn = drawn();
        if (drawn.isEmpty()) {
            throw new DataException(key, "nothing was drawn", "run ./compass label draw first");
        }
        return drawn;
    }
}
