package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.pipeline.Exchange;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A frozen period in the format of others. */
@Command(
        name = "export",
        description =
                "Write a frozen period in the format of others: a file of scores for each model, and a file of its"
                        + " published answers; or the concepts that CLAVE found in these, to fine-tune its small model.",
        footer = {
            "",
            "What each field holds, and what is lost: docs/other-formats.md. Tables, Croissant and a card for data hubs",
            "lie beside every period on the site."
        })
public final class ExportCommand extends ProgramCommand {
    private static final String EVERY_EVAL_EVER = "every-eval-ever";
    private static final String CONCEPTS = "concepts";

    @Parameters(index = "0", paramLabel = "FORMAT", description = EVERY_EVAL_EVER + " or " + CONCEPTS)
    private String format;

    @Parameters(index = "1", paramLabel = "PERIOD", description = "a frozen period, such as 2026-11")
    private String period;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "folder in which data/ is written, or a file of concepts for each system")
    private Path to;

    @Mixin
    private FolderOptions folders;

    @Override
    public Integer call() {
        if (format.equals(CONCEPTS)) {
            Exchange.Concepts concepts = Exchange.concepts(folders.data(process), period, to);
            return done(concepts, concepts.text());
        }
        if (!format.equals(EVERY_EVAL_EVER)) {
            throw new UsageException("unknown format '" + format + "', known: " + EVERY_EVAL_EVER + ", " + CONCEPTS);
        }
        Exchange.Report report = Exchange.everyEvalEver(
                folders.data(process), folders.knownConfig(process), period, to, process.clock());
        return done(report, report.text());
    }
}
