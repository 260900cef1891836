package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.JsonOption;
import dev.valuecompass.cli.terminal.PeriodOption;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.importing.SourceFiles;
import dev.valuecompass.importing.UnmendedException;
import dev.valuecompass.importing.ValueCompassImport;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        VALUE_COMPASS;

        @Override
        public String toString() {
            return "value-compass";
        }
    }

    @Parameters(index = "0", paramLabel = "PLATFORM", description = "value-compass")
    private String platform;

    @Parameters(index = "1", paramLabel = "DIR|URL", description = "folder or address of the published files")
    private String source;

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
        if (!platform.equals(Platform.VALUE_COMPASS.toString())) {
            throw new UsageException("unknown platform '" + platform + "', known: " + Platform.VALUE_COMPASS);
        }
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

    private int freeze(ValueCompassImport importer) {
        Theory theory = Theory.load(folders.data(process));
        PeriodRecord period = importer.period(periods.period(process.clock()), fixes, theory);
        PeriodStore store = new PeriodStore(folders.data(process).own());
        store.write(period);
        Snapshot snapshot = period.snapshot();
        Result result = new Result(
                snapshot.period(),
                snapshot.models().size(),
                period.cases().values().stream().mapToInt(java.util.List::size).sum(),
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
