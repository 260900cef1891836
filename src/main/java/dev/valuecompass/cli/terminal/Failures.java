package dev.valuecompass.cli.terminal;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.NothingToPublishException;
import dev.valuecompass.pipeline.items.ItemsNotReadyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * How a command that fails says so: mistakes of the user and faults of the disk as a list, anything else as a fault of the
 * program, whose trace is shown to those who ask. With {@code --json} one object on standard output holds the same.
 */
public final class Failures {
    private static final String DEBUG = "--debug";

    private final Terminal terminal;
    private final boolean json;
    private final boolean debug;

    /** @param args the command line: one that cannot be understood may still say how to answer */
    public Failures(Terminal terminal, List<String> args) {
        this.terminal = terminal;
        this.json = args.contains("--json");
        this.debug = args.contains(DEBUG);
    }

    /** What {@code --json} prints of a command that failed. */
    record Failed(boolean ok, int exit, List<Defect> defects) {}

    /** @return the exit code */
    public int badUsage(ParameterException e) {
        terminal.progress(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(terminal.err(), true));
        terminal.progress("see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ended(ExitCode.BAD_USAGE.code(), List.of(arguments(e)));
    }

    /** @return the exit code */
    public int failed(Exception e) {
        if (e instanceof ItemsNotReadyException) {
            terminal.progress(e.getMessage());
            return ended(ExitCode.INCOMPLETE.code(), List.of(new Defect("items", e.getMessage(), "")));
        }
        if (e instanceof UsageException) {
            terminal.progress(e.getMessage());
            return ended(ExitCode.BAD_USAGE.code(), List.of(arguments(e)));
        }
        Optional<DataException> found = mistakes(e);
        if (found.isEmpty()) {
            return ofTheProgram(e);
        }
        List<Defect> defects = found.get().defects();
        defects.forEach(defect -> terminal.progress(defect.toString()));
        terminal.progress(defects.size() == 1 ? "1 mistake" : defects.size() + " mistakes");
        return ended(code(found.get()).code(), defects);
    }

    private int ofTheProgram(Exception e) {
        Defect fault = new Defect(
                "compass",
                "the program failed: " + e,
                "this is a fault of its own: give the same command with " + DEBUG + ", and report what it prints");
        terminal.progress(fault.toString());
        if (debug) {
            terminal.trace(e);
        }
        return ended(CommandLine.ExitCode.SOFTWARE, List.of(fault));
    }

    private int ended(int exit, List<Defect> defects) {
        if (json) {
            terminal.result(true, new Failed(false, exit, defects), "");
        }
        return exit;
    }

    private static Defect arguments(Exception e) {
        return new Defect("arguments", e.getMessage(), "");
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
}
