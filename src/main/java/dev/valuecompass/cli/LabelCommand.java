package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.Bounds;
import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.ProgramVersion;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.StoredRun;
import dev.valuecompass.pipeline.validation.LabelReport;
import dev.valuecompass.pipeline.validation.Labelling;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Labels by people. */
@Command(
        name = "label",
        description = "Let people label answers of a period: draw them, and read what raters send back.",
        subcommands = {LabelCommand.Draw.class, LabelCommand.Read.class, LabelCommand.Simulate.class})
final class LabelCommand extends ProgramCommand {
    private static final int MOST_LABELS = 100_000;
    private static final int MOST_RATERS = 9;

    @Override
    public Integer call() {
        throw new UsageException("say what to do: label draw, label read or label simulate");
    }

    /** What to label. */
    @Command(
            name = "draw",
            description = {
                "Draw answers of the period's run to label, so that intervals become narrow, and write the page for raters.",
                "Another draw adds answers where the labels so far leave most in doubt."
            })
    static final class Draw extends ProgramCommand {
        @Option(
                names = "--labels",
                paramLabel = "N",
                defaultValue = "100",
                description = "answers to label for each value, in all models together (default: ${DEFAULT-VALUE})")
        private int labels;

        @Option(
                names = "--system",
                paramLabel = "ID",
                split = ",",
                description = "only these value systems (default: those of the leaderboard)")
        private List<String> systems = List.of();

        @Mixin
        private EvaluationOptions setting;

        @Override
        public Integer call() {
            Bounds.whole("--labels", labels, 1, MOST_LABELS);
            RunSetting read = setting.read(process);
            systems.forEach(id -> read.theory().system(id));
            StoredRun run =
                    new StoredRun(read, process.environment(), ProgramVersion.current(), process.terminal()::progress);
            LabelReport.Drawn drawn = new Labelling(read).draw(run, labels, systems);
            return done(drawn, drawn.text());
        }
    }

    /** What came back. */
    @Command(
            name = "read",
            description = {
                "Read the files of two raters or more, of all rounds, print how far they agree, and write the gold file of",
                "the period: the label of each answer is what most raters saw."
            },
            footer = "The gold file is frozen with the period: ./compass rescore --reason TEXT")
    static final class Read extends ProgramCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "what the page exports, JSON lines")
        private List<Path> files;

        @Mixin
        private EvaluationOptions setting;

        @Override
        public Integer call() {
            LabelReport.Read read = new Labelling(setting.read(process)).read(files);
            return done(read, read.text());
        }
    }

    /** Raters that are made up. */
    @Command(
            name = "simulate",
            description = {
                "Let simulated raters label what was drawn of simulated models, to try the way out. They err by chance;",
                "what they say is synthetic."
            })
    static final class Simulate extends ProgramCommand {
        @Option(
                names = "--raters",
                paramLabel = "N",
                defaultValue = "2",
                description = "how many (default: ${DEFAULT-VALUE})")
        private int raters;

        @Option(
                names = "--error",
                paramLabel = "SHARE",
                defaultValue = "0.05",
                description = "share of labels in which each errs, 0 to 1 (default: ${DEFAULT-VALUE})")
        private double error;

        @Mixin
        private EvaluationOptions setting;

        /** What {@code --json} prints. */
        record Result(boolean synthetic, List<String> files) {}

        @Override
        public Integer call() {
            Bounds.whole("--raters", raters, 1, MOST_RATERS);
            Bounds.share("--error", error);
            List<String> files = new Labelling(setting.read(process)).simulate(raters, error);
            return done(
                    new Result(true, files), "synthetic: simulated raters, not people\n" + String.join("\n", files));
        }
    }
}
