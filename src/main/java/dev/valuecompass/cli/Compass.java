package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.Failures;
import dev.valuecompass.cli.terminal.HelpTexts;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.ProgramVersion;
import dev.valuecompass.cli.terminal.Terminal;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: arguments in, exit code out. Only {@link #main} touches the process. */
@Command(
        name = "compass",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Evaluates the values of large language models and publishes them as a static leaderboard.",
        footer = {
            "",
            "compass COMMAND --help shows a command's options and examples.",
            "./compass test runs the test suite of a checkout."
        })
public final class Compass {
    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            EvaluateCommand.class,
            MergeCommand.class,
            RescoreCommand.class,
            PlanCommand.class,
            CheckCommand.class,
            DoctorCommand.class,
            ItemsCommand.class,
            RecognizerCommand.class,
            LabelCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            SiteCommand.class,
            ServeCommand.class,
            VerifyCommand.class,
            WithdrawCommand.class,
            ValidityCommand.class,
            InitCommand.class,
            ValidateCommand.class,
            CommandLine.HelpCommand.class);

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
        return commandLine(COMMANDS, null);
    }

    private static CommandLine commandLine(List<Class<?>> commands, ProcessContext process) {
        CommandFactory factory = new CommandFactory(process);
        CommandLine line = new CommandLine(new Compass(), factory);
        commands.forEach(command -> line.addSubcommand(new CommandLine(command, factory)));
        return HelpTexts.put(line);
    }

    /** To describe every option of every command takes half of a short command's time; one that is called needs its own. */
    private static List<Class<?>> called(String[] args) {
        return COMMANDS.stream()
                .filter(command -> args.length > 0
                        && !command.equals(CommandLine.HelpCommand.class)
                        && command.getAnnotation(Command.class).name().equals(args[0]))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }

    static int run(String[] args, ProcessContext given) {
        return run(args, given, Path.of(""));
    }

    /** @param folder where paths that are given begin; an empty one is the folder of the process */
    static int run(String[] args, ProcessContext given, Path folder) {
        ProcessContext process = given.guarded();
        Failures failures = new Failures(process.terminal(), List.of(args));
        CommandLine line = commandLine(called(args), process)
                .setOut(new PrintWriter(process.terminal().out(), true))
                .setErr(new PrintWriter(process.terminal().err(), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, folder::resolve)
                .setParameterExceptionHandler((e, words) -> failures.badUsage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failures.failed(e));
        line.setExecutionStrategy(new CommandLine.RunLast());
        return args.length == 0 ? line.execute("--help") : line.execute(args);
    }

    /** Gives each command the process it runs in; everything else is made as picocli makes it. */
    private static final class CommandFactory implements CommandLine.IFactory {
        private final ProcessContext process;

        CommandFactory(ProcessContext process) {
            this.process = process;
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            K made = CommandLine.defaultFactory().create(type);
            if (made instanceof ProgramCommand command) {
                command.runIn(process);
            }
            return made;
        }
    }
}
