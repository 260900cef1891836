package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.PeriodOption;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.importing.SourceFiles;
import dev.valuecompass.importing.UnmendedException;
import dev.valuecompass.importing.ValueCompassImport;
import dev.valuecompass.importing.exchange.AnswerFormat;
import dev.valuecompass.importing.exchange.CollectedAnswers;
import dev.valuecompass.importing.exchange.EveryEvalFiles;
import dev.valuecompass.importing.exchange.EveryEvalScores;
import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.items.PoolImporter;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Published results of another platform as a period of this leaderboard, and answers that other programs collected. */
@Command(
        name = "import",
        description = "Turn the published results of another platform into a period, or answers that another program"
                + " collected into recorded ones. Nothing is repaired silently.",
        footer = {
            "",
            "When the published files have defects, the import stops and lists them. Then:",
            "  compass import value-compass DIR --period P --suggest-fixes > fixes.yml",
            "  (review fixes.yml)",
            "  compass import value-compass DIR --period P --fixes fixes.yml"
        })
public final class ImportCommand extends ProgramCommand {
    private static final String REMEDY = "Nothing was imported. Add --suggest-fixes to print a fix for each of these"
            + " defects as YAML, review it, then import again with --fixes FILE:";

    /** What can be read. */
    enum Platform {
        VALUE_COMPASS,
        INSPECT,
        EVERY_EVAL_EVER,
        PROMPTFOO,
        HELM;

        static Platform named(String name) {
            return Arrays.stream(values())
                    .filter(platform -> platform.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("unknown platform '" + name + "', known: "
                            + Arrays.stream(values()).map(Platform::toString).collect(Collectors.joining(", "))));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "PLATFORM",
            description = "value-compass, inspect, every-eval-ever, promptfoo or helm")
    private String platform;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "DIR|URL|FILE",
            description = "value-compass: folder or address of the published files; every-eval-ever: its files, or a"
                    + " folder of them; the others: files of answers")
    private List<String> sources;

    @Option(
            names = "--system",
            paramLabel = "ID",
            description = "with answers: also make a pool of the prompts for this value system")
    private String system = "";

    @Option(
            names = "--value",
            paramLabel = "NAME=SYSTEM.VALUE",
            description = "with every-eval-ever: which value the evaluation NAME measures")
    private Map<String, String> values = new TreeMap<>();

    @Option(names = "--suggest-fixes", description = "print every defect with a proposed fix as YAML; import nothing")
    private boolean suggest;

    @Option(
            names = "--fixes",
            paramLabel = "FILE",
            description = "apply exactly these reviewed fixes, and publish them")
    private Path fixes;

    @Mixin
    private FolderOptions folders;

    @Mixin
    private PeriodOption periods;

    /** What {@code --json} prints. */
    record Result(String period, int models, int cases, int errata, String folder) {
        String text() {
            return "period %s: %d models, %d cases, %d errata, in %s".formatted(period, models, cases, errata, folder);
        }
    }

    /** What {@code --suggest-fixes --json} prints. */
    record Suggestion(String yaml) {}

    @Override
    public Integer call() {
        Platform known = Platform.named(platform);
        if (known != Platform.VALUE_COMPASS && (suggest || fixes != null)) {
            throw new UsageException("--suggest-fixes and --fixes go with value-compass alone");
        }
        if (known != Platform.EVERY_EVAL_EVER && !values.isEmpty()) {
            throw new UsageException("--value goes with every-eval-ever alone");
        }
        return switch (known) {
            case VALUE_COMPASS -> valueCompass();
            case EVERY_EVAL_EVER -> everyEvalEver();
            default -> answersAlone(AnswerFormat.valueOf(known.name()));
        };
    }

    private int answersAlone(AnswerFormat format) {
        Collected collected = answers(format, sources.stream().map(Path::of).toList());
        return done(collected, collected.text());
    }

    private int valueCompass() {
        if (sources.size() > 1 || !system.isEmpty()) {
            throw new UsageException("value-compass is one folder or address, and takes no --system");
        }
        String source = sources.get(0);
        ValueCompassImport importer = new ValueCompassImport(
                SourceFiles.at(source), source, doubt -> process.terminal().progress("warning: " + doubt));
        if (suggest) {
            String yaml = importer.suggestFixes();
            return done(new Suggestion(yaml), yaml.stripTrailing());
        }
        if (!periods.given()) {
            throw new UsageException("say which period was published: --period YYYY-MM");
        }
        try {
            Result result =
                    freeze(importer.period(periods.period(process.clock()), fixes, Theory.load(folders.data(process))));
            return done(result, result.text());
        } catch (UnmendedException e) {
            process.terminal().progress(REMEDY);
            throw e;
        }
    }

    /**
     * What {@code --json} prints of collected answers.
     *
     * @param outcomes how many samples ended how, by model
     * @param parameters with which the models were asked, as JSON by model
     * @param pool empty when none was made
     */
    record Collected(
            SortedMap<String, SortedMap<String, Integer>> outcomes,
            SortedMap<String, String> parameters,
            String recorded,
            String pool,
            List<Defect> refused) {
        String text() {
            StringBuilder text = new StringBuilder();
            outcomes.forEach((model, ends) -> text.append(HostileText.line(model))
                    .append(": ")
                    .append(ends.entrySet().stream()
                            .map(end -> end.getValue() + " " + end.getKey())
                            .collect(Collectors.joining(", ")))
                    .append(
                            parameters.containsKey(model)
                                    ? ", asked with " + HostileText.line(parameters.get(model))
                                    : "")
                    .append('\n'));
            refused.forEach(defect -> text.append("left out: ").append(defect).append('\n'));
            return text.append("answers   ")
                    .append(recorded)
                    .append(pool.isEmpty() ? "" : "\npool      " + pool)
                    .toString();
        }
    }

    /** Nothing is written before everything is read. */
    private Collected answers(AnswerFormat format, List<Path> files) {
        CollectedAnswers answers = format.read(files);
        String name = name(files.get(0));
        DataFolder data = folders.data(process);
        Path recorded = data.own().resolve("recorded").resolve(name);
        Optional<ValueSystem> measured =
                Optional.of(system).filter(id -> !id.isEmpty()).map(Theory.load(data)::system);
        PoolImporter.Imported items = measured.map(of -> PoolImporter.texts(of, answers.prompts(), recorded))
                .orElse(new PoolImporter.Imported(List.of(), 0, List.of()));
        Path pool = data.own().resolve("topics").resolve(name);
        AtomicFiles.replace(recorded, answers.recorded());
        measured.ifPresent(of -> AtomicFiles.replace(pool, TopicPool.write(items.items(), of)));
        warn(answers.doubts());
        return new Collected(
                answers.outcomes(),
                answers.parameters(),
                recorded.toString(),
                measured.isPresent() ? pool.toString() : "",
                items.refused());
    }

    private static String name(Path first) {
        return first.getFileName().toString().replaceAll("\\.[^.]*$", "").replaceAll("[^\\w.-]+", "-") + ".jsonl";
    }

    private void warn(List<Defect> doubts) {
        doubts.forEach(doubt -> process.terminal().progress("warning: " + doubt));
    }

    /**
     * What {@code every-eval-ever --json} prints.
     *
     * @param answers null where no file holds samples
     * @param period null where no file holds scores
     */
    record Exchanged(Collected answers, Result period) {}

    private int everyEvalEver() {
        EveryEvalFiles files = EveryEvalFiles.of(sources.stream().map(Path::of).toList());
        Optional<EveryEvalScores.Imported> scores = files.scores().isEmpty()
                ? Optional.empty()
                : Optional.of(EveryEvalScores.read(
                        files.scores(),
                        values,
                        periods.given() ? Optional.of(periods.period(process.clock())) : Optional.empty(),
                        Theory.load(folders.data(process))));
        Collected collected = files.samples().isEmpty() ? null : answers(AnswerFormat.EVERY_EVAL_EVER, files.samples());
        Result frozen = scores.map(imported -> {
                    warn(imported.doubts());
                    return freeze(imported.period());
                })
                .orElse(null);
        String text = Stream.of(
                        Optional.ofNullable(collected).map(Collected::text),
                        Optional.ofNullable(frozen).map(Result::text))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return done(new Exchanged(collected, frozen), text);
    }

    private Result freeze(PeriodRecord period) {
        PeriodStore store = new PeriodStore(folders.data(process).own());
        store.write(period);
        Snapshot snapshot = period.snapshot();
        return new Result(
                snapshot.period(),
                snapshot.models().size(),
                period.cases().values().stream().mapToInt(List::size).sum(),
                snapshot.errata().size(),
                store.folder(snapshot.period()).toString());
    }
}
