package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.ProgramVersion;
import dev.valuecompass.cli.terminal.Terminal;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.config.ConfigException;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.NothingToPublishException;
import dev.valuecompass.pipeline.items.ItemsNotReadyException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: arguments in, exit code out. Only {@link #main} touches the process. */
@Command(
        name = "compass",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Evaluates the values of large language models and publishes them as a static leaderboard.",
        footer = {
            "",
            "./compass test runs the test suite of a checkout.",
            "Exit codes: 0 done, 1 bad data, 2 bad usage or configuration, 3 run incomplete, 130 interrupted."
        },
        subcommands = {
            RunCommand.class,
            EvaluateCommand.class,
            MergeCommand.class,
            RescoreCommand.class,
            PlanCommand.class,
            CheckCommand.class,
            DoctorCommand.class,
            ItemsCommand.class,
            RecognizerCommand.class,
            ImportCommand.class,
            SiteCommand.class,
            ServeCommand.class,
            VerifyCommand.class,
            ValidityCommand.class,
            InitCommand.class,
            ValidateCommand.class
        })
public final class Compass {
    private Compass() {}

    public static void main(String[] args) {
        ProcessContext process = new ProcessContext(
                new Terminal(
                        new PrintStream(System.out, false, StandardCharsets.UTF_8),
                        new PrintStream(System.err, true, StandardCharsets.UTF_8),
                        System.console() != null && !"dumb".equals(System.getenv("TERM"))),
                System.getenv(),
                Clock.systemUTC(),
                Path.of(System.getProperty("compass.home", ".")));
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, mistake) -> process.guarded().terminal().trace(mistake));
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sayGoodbye(ended, process.terminal())));
        int code = run(args, process);
        ended.set(true);
        System.exit(code);
    }

    /** A signal ends the process at once; whatever was answered is on the disk before anybody hears of it. */
    private static void sayGoodbye(AtomicBoolean ended, Terminal terminal) {
        if (!ended.get()) {
            terminal.progress("interrupted; answers that came in are kept, and the same command goes on from there");
        }
    }

    /** Every command with its options, for those who check what is written about them. */
    public static CommandLine commandLine() {
        return new CommandLine(new Compass(), new CommandFactory(null));
    }

    static int run(String[] args, ProcessContext given) {
        ProcessContext process = given.guarded();
        CommandLine line = new CommandLine(new Compass(), new CommandFactory(process))
                .setOut(new PrintWriter(process.terminal().out(), true))
                .setErr(new PrintWriter(process.terminal().err(), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, words) -> badUsage(e, process.terminal()))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, process.terminal()));
        line.setExecutionStrategy(new CommandLine.RunLast());
        return args.length == 0 ? line.execute("--help") : line.execute(args);
    }

    private static int badUsage(ParameterException e, Terminal terminal) {
        terminal.progress(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(terminal.err(), true));
        terminal.progress("see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.BAD_USAGE.code();
    }

    /** Mistakes of the user and faults of the disk are printed as a list; anything else is our bug and shows its trace. */
    private static int failure(Exception e, Terminal terminal) {
        if (e instanceof ItemsNotReadyException) {
            terminal.progress(e.getMessage());
            return ExitCode.INCOMPLETE.code();
        }
        if (e instanceof UsageException) {
            terminal.progress(e.getMessage());
            return ExitCode.BAD_USAGE.code();
        }
        Optional<DataException> found = mistakes(e);
        if (found.isEmpty()) {
            terminal.trace(e);
            return CommandLine.ExitCode.SOFTWARE;
        }
        List<Defect> defects = found.get().defects();
        defects.forEach(defect -> terminal.progress(defect.toString()));
        terminal.progress(defects.size() == 1 ? "1 mistake" : defects.size() + " mistakes");
        return code(found.get()).code();
    }

    private static ExitCode code(DataException e) {
        if (e instanceof NothingToPublishException) {
            return ExitCode.INCOMPLETE;
        }
        return e instanceof ConfigException ? ExitCode.BAD_USAGE : ExitCode.BAD_DATA;
    }

    /** Threads wrap what goes wrong in them. */
    private static Optional<DataException> mistakes(Throwable e) {
        if (e instanceof DataException mistakes) {
            return Optional.of(mistakes);
        }
        if (e instanceof IOException fault) {
            return FileFault.of(fault);
        }
        boolean wrapped = e instanceof UncheckedIOException
                || e instanceof CompletionException
                || e instanceof ExecutionException;
        return wrapped && e.getCause() != null ? mistakes(e.getCause()) : Optional.empty();
    }

    /** Gives each command the process it runs in; everything else is made as picocli makes it. */
    private static final class CommandFactory implements CommandLine.IFactory {
        private final ProcessContext process;

        CommandFactory(ProcessContext process) {
            this.process = process;
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1
                        && constructor.getParameterTypes()[0] == ProcessContext.class) {
                    // A command is made here alone, as picocli makes its parts: its room need not offer the
                    // constructor.
                    constructor.setAccessible(true);
                    return type.cast(constructor.newInstance(process));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
