package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.JsonOption;
import dev.valuecompass.cli.terminal.PeriodOption;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.importing.InspectImport;
import dev.valuecompass.importing.SourceFiles;
import dev.valuecompass.importing.UnmendedException;
import dev.valuecompass.importing.ValueCompassImport;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Published results of another platform as a period of this leaderboard. */
@Command(
        name = "import",
        description = "Turn the published results of another platform into a period. Nothing is repaired silently.",
        footer = {
            "",
            "When the published files have defects, the import stops and lists them. Then:",
            "  compass import value-compass DIR --period P --suggest-fixes > fixes.yml",
            "  (review fixes.yml)",
            "  compass import value-compass DIR --period P --fixes fixes.yml"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final String REMEDY = "Nothing was imported. Add --suggest-fixes to print a fix for each of these"
            + " defects as YAML, review it, then import again with --fixes FILE:";

    private final ProcessContext process;

    /** The platforms whose files can be read. */
    enum Platform {
        VALUE_COMPASS,
        INSPECT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(index = "0", paramLabel = "PLATFORM", description = "value-compass or inspect")
    private String platform;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "DIR|URL|FILE",
            description = "folder or address of the published files; logs of Inspect, .eval or .json")
    private List<String> sources;

    @Option(
            names = "--system",
            paramLabel = "ID",
            description = "with inspect: also make a pool of the prompts for this value system")
    private String system = "";

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

    @Mixin
    private JsonOption output;

    ImportCommand(ProcessContext process) {
        this.process = process;
    }

    /** What {@code --json} prints. */
    record Result(String period, int models, int cases, int errata, String folder) {}

    /** What {@code --suggest-fixes --json} prints. */
    record Suggestion(String yaml) {}

    @Override
    public Integer call() {
        if (platform.equals(Platform.INSPECT.toString())) {
            return inspect();
        }
        if (!platform.equals(Platform.VALUE_COMPASS.toString())) {
            throw new UsageException("unknown platform '" + platform + "', known: "
                    + Arrays.stream(Platform.values()).map(Platform::toString).collect(Collectors.joining(", ")));
        }
        if (sources.size() > 1 || !system.isEmpty()) {
            throw new UsageException("value-compass is one folder or address, and takes no --system");
        }
        String source = sources.get(0);
        ValueCompassImport importer = new ValueCompassImport(
                SourceFiles.at(source), source, doubt -> process.terminal().progress("warning: " + doubt));
        if (suggest) {
            String yaml = importer.suggestFixes();
            process.terminal().result(output.json(), new Suggestion(yaml), yaml.stripTrailing());
            return ExitCode.DONE.code();
        }
        if (!periods.given()) {
            throw new UsageException("say which period was published: --period YYYY-MM");
        }
        try {
            return freeze(importer);
        } catch (UnmendedException e) {
            process.terminal().progress(REMEDY);
            throw e;
        }
    }

    /**
     * What {@code inspect --json} prints.
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
    private int inspect() {
        List<Path> files = sources.stream().map(Path::of).toList();
        InspectImport logs = InspectImport.read(files);
        String name = files.get(0)
                        .getFileName()
                        .toString()
                        .replaceAll("\\.[^.]*$", "")
                        .replaceAll("[^\\w.-]+", "-") + ".jsonl";
        DataFolder data = folders.data(process);
        Path recorded = data.own().resolve("recorded").resolve(name);
        Optional<ValueSystem> measured =
                Optional.of(system).filter(id -> !id.isEmpty()).map(Theory.load(data)::system);
        PoolImporter.Imported items = measured.map(values -> PoolImporter.texts(values, logs.prompts(), recorded))
                .orElse(new PoolImporter.Imported(List.of(), List.of()));
        Path pool = data.own().resolve("topics").resolve(name);
        AtomicFiles.replace(recorded, logs.recorded());
        measured.ifPresent(values -> AtomicFiles.replace(pool, TopicPool.write(items.items(), values)));
        logs.doubts().forEach(doubt -> process.terminal().progress("warning: " + doubt));
        Collected result = new Collected(
                logs.outcomes(),
                logs.parameters(),
                recorded.toString(),
                measured.isPresent() ? pool.toString() : "",
                items.refused());
        process.terminal().result(output.json(), result, result.text());
        return ExitCode.DONE.code();
    }

    private int freeze(ValueCompassImport importer) {
        Theory theory = Theory.load(folders.data(process));
        PeriodRecord period = importer.period(periods.period(process.clock()), fixes, theory);
        PeriodStore store = new PeriodStore(folders.data(process).own());
        store.write(period);
        Snapshot snapshot = period.snapshot();
        Result result = new Result(
                snapshot.period(),
                snapshot.models().size(),
                period.cases().values().stream().mapToInt(List::size).sum(),
                snapshot.errata().size(),
                store.folder(snapshot.period()).toString());
        process.terminal()
                .result(
                        output.json(),
                        result,
                        "period %s: %d models, %d cases, %d errata, in %s"
                                .formatted(
                                        result.period(),
                                        result.models(),
                                        result.cases(),
                                        result.errata(),
                                        result.folder()));
        return ExitCode.DONE.code();
    }
}
