package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.Bounds;
import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.pipeline.pools.FineTuningExport;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measured items for fine-tuning. */
@Command(
        name = "export",
        description = "Write the measured items of all periods as JSON lines for fine-tuning a generator.",
        footer = {
            "",
            "Each line is a conversation: the generator's prompt for a value and the measured power, and the item. Serve",
            "the tuned model at an endpoint, make it an examinee, and name it as 'generator' in the roles."
        })
final class ItemsExportCommand extends ProgramCommand {
    @Option(names = "--system", required = true, paramLabel = "ID", description = "the value system")
    private String system;

    @Option(
            names = "--power",
            paramLabel = "SHARE",
            description = "only items of this normalised entropy or more, from 0 to 1 (default: 0, all)")
    private double power;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "where to write (default: <system>-generator.jsonl in the folder of runs)")
    private Path to;

    @Mixin
    private FolderOptions folders;

    @Override
    public Integer call() {
        Bounds.share("--power", power);
        DataFolder data = folders.data(process);
        Path file = to != null ? to : folders.runs(process).resolve(system + "-generator.jsonl");
        FineTuningExport.Report report =
                FineTuningExport.export(data, Theory.load(data).system(system), power, file);
        return done(report, report.text());
    }
}
