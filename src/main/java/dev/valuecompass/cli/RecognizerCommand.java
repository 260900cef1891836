package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.GivenUp;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.config.RecognizerKind;
import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Decimals;
import dev.valuecompass.pipeline.setup.Recognizers;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.validation.RecognizerComparison;
import dev.valuecompass.pipeline.validation.RecognizerWork;
import dev.valuecompass.recognition.MeasuredQuality;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerEvaluation;
import dev.valuecompass.recognition.embedded.EmbeddedRecognizer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Work on recognisers. */
@Command(
        name = "recognizer",
        description = "Measure recognisers on labelled answers, or fit the embedded one on them.",
        subcommands = {RecognizerCommand.Evaluate.class, RecognizerCommand.Train.class})
final class RecognizerCommand extends ProgramCommand {
    @Override
    public Integer call() {
        throw new UsageException("say what to do with the recogniser: evaluate or train");
    }

    /** What both take. */
    static final class LabelledInput {
        @Option(
                names = "--data",
                required = true,
                paramLabel = "FILE",
                description = {
                    "labelled answers, JSON lines:",
                    "{\"system\",\"dimension\",\"prompt\",\"answer\",\"label\":1|0|-1,\"evidence\":\"…\"}"
                })
        private Path file;

        @Option(names = "--folder", paramLabel = "DIR", description = "the leaderboard's data folder (default: data)")
        private Path folder;

        DataFolder folder(ProcessContext process) {
            return DataFolder.over(folder == null ? process.home().resolve("data") : folder);
        }

        RecognizerWork work(ProcessContext process) {
            return new RecognizerWork(
                    folder(process), process.home().resolve("runs").resolve(Recognizers.VECTORS));
        }
    }

    /** What {@code --recognizer} takes. */
    static final class KnownRecognizers implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RecognizerKind.ids().iterator();
        }
    }

    /** Figures on answers that somebody labelled. */
    @Command(
            name = "evaluate",
            description =
                    "Print AUC, accuracy, F1 and Cohen's kappa by system and overall; label -1 counts as not shown.")
    static final class Evaluate extends ProgramCommand {
        @Mixin
        private LabelledInput labelled;

        @Mixin
        private GivenUp givenUp;

        @Option(
                names = "--recognizer",
                paramLabel = "NAME",
                split = ",",
                defaultValue = "embedded",
                completionCandidates = KnownRecognizers.class,
                description = {
                    "which recognisers read them: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); of several, how far",
                    "they agree is printed too. The models that they ask are those of the leaderboard's roles."
                })
        private List<String> names;

        @Option(
                names = "--config",
                paramLabel = "FILE",
                description = "the leaderboard file (default: leaderboard.yml in the data folder)")
        private Path config;

        @Option(
                names = "--keep",
                paramLabel = "WHAT",
                description = {
                    "keep the figures in the data folder, for the card of this version of the recogniser; WHAT tells",
                    "readers what the labelled answers were"
                })
        private String keep;

        @Option(
                names = "--people",
                description =
                        "with --keep: people labelled these answers, so the card says how far it agrees with people")
        private boolean people;

        @Option(
                names = "--languages",
                paramLabel = "CODE",
                split = ",",
                description = "with --keep: the languages of these answers, as two-letter codes (en,zh), for the card")
        private List<String> languages = List.of();

        @Option(
                names = "--rejections-only",
                description = {
                    "with --keep: of these answers only how far rejections (label -1) are seen, beside the figures kept",
                    "before"
                })
        private boolean rejectionsOnly;

        @Override
        public Integer call() {
            if (rejectionsOnly && keep == null) {
                throw new UsageException("--rejections-only says what is kept; say what the answers were: --keep WHAT");
            }
            if (people && keep == null) {
                throw new UsageException("--people says whose labels are kept; say what they were: --keep WHAT");
            }
            if (!languages.isEmpty() && keep == null) {
                throw new UsageException("--languages stands on the card; say what the answers were: --keep WHAT");
            }
            for (String code : languages) {
                if (!code.matches("[a-z]{2}")) {
                    throw new UsageException(
                            "--languages: '" + code + "' is no two-letter code (ISO 639-1), such as en or zh");
                }
            }
            if (names.equals(List.of(EmbeddedRecognizer.ID)) && keep == null) {
                RecognizerEvaluation.Report report = labelled.work(process).evaluate(labelled.file);
                return done(report, table(report));
            }
            RecognizerComparison comparison = new RecognizerComparison(setting(), process.environment());
            RecognizerComparison.Comparison result = comparison.of(labelled.file, names);
            String kept = keep == null
                    ? ""
                    : comparison
                            .keep(result, new MeasuredQuality.Lines(keep, people, languages, rejectionsOnly))
                            .stream()
                            .map(file -> "\nkept in " + file)
                            .collect(Collectors.joining());
            return done(result, tables(result) + kept);
        }

        private RunSetting setting() {
            DataFolder folder = labelled.folder(process);
            Path file = config == null ? folder.file("leaderboard.yml") : config;
            // Of the period nothing is read here.
            return RunSetting.read(folder, file, process.home().resolve("runs"), "", OptionalLong.empty())
                    .giving(givenUp.overrides());
        }

        private static String tables(RecognizerComparison.Comparison result) {
            StringBuilder text = new StringBuilder();
            result.reports()
                    .forEach((name, report) ->
                            text.append(name).append('\n').append(table(report)).append("\n\n"));
            result.agreement()
                    .forEach(agreement -> agreement
                            .systems()
                            .forEach((system, f) -> text.append(String.format(
                                    Locale.ROOT,
                                    "%s and %s on %s: %d lines, same label %s, kappa %s%n",
                                    agreement.one(),
                                    agreement.other(),
                                    system,
                                    f.n(),
                                    Decimals.of(f.same(), 2),
                                    kappa(f.kappa(), f.kappaLow(), f.kappaHigh())))));
            return (text + (result.synthetic() ? "synthetic: a simulated model read, not a real one" : "")).strip();
        }

        private static String kappa(Double kappa, Double low, Double high) {
            return kappa == null || low == null
                    ? "–"
                    : Decimals.of(kappa, 2) + " (" + Decimals.of(low, 2) + "–" + Decimals.of(high, 2) + ")";
        }

        private static String table(RecognizerEvaluation.Report report) {
            StringBuilder text = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%-12s %6s %6s %7s %7s %8s %8s %8s %16s %14s%n",
                    "system",
                    "n",
                    "failed",
                    "prompts",
                    "shown",
                    "AUC",
                    "accuracy",
                    "macro-F1",
                    "kappa (95 %)",
                    "opposed seen"));
            report.systems().forEach((system, figures) -> text.append(row(system, figures)));
            return text.append(row("overall", report.overall())).toString().stripTrailing();
        }

        private static String row(String name, RecognizerEvaluation.Metrics f) {
            return String.format(
                    Locale.ROOT,
                    "%-12s %6d %6d %7d %7s %8s %8s %8s %16s %14s%n",
                    name,
                    f.n(),
                    f.failed(),
                    f.prompts(),
                    Decimals.of(f.shown(), 3),
                    f.auc() == null ? "–" : Decimals.of(f.auc(), 3),
                    Decimals.of(f.accuracy(), 3),
                    Decimals.of(f.macroF1(), 3),
                    kappa(f.kappa(), f.kappaLow(), f.kappaHigh()),
                    opposed(f.opposed()));
        }

        /** Rightly seen of those labelled, and of those seen. */
        private static String opposed(RecognizerCard.Opposed f) {
            return f.met() + "/" + f.labelled() + ", " + f.met() + "/" + f.seen();
        }
    }

    /** New weights from labelled answers beside the shipped ones. */
    @Command(
            name = "train",
            description = {
                "Fit the embedded recogniser on the shipped examples and yours, and write its weights to",
                "recognizer/embedded.json in the leaderboard's data folder. A run then uses them."
            })
    static final class Train extends ProgramCommand {
        @Mixin
        private LabelledInput labelled;

        /** What {@code --json} prints. */
        record Result(Map<String, Integer> lines, String weights) {}

        @Override
        public Integer call() {
            DataFolder folder = labelled.folder(process);
            RecognizerWork.Fitted fitted = labelled.work(process).fit(labelled.file);
            Path target = folder.own().resolve("recognizer/embedded.json");
            AtomicFiles.replace(target, fitted.weights());
            return done(
                    new Result(fitted.lines(), target.toString()),
                    "fitted on " + fitted.lines() + " lines a system; weights in " + target);
        }
    }
}
