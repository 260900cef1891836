package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.snapshot.check.Withdrawal;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A whole published period, taken back with a reason. */
@Command(
        name = "withdraw",
        description = "Mark a whole frozen period as withdrawn. Its files and pages stay, and say so.",
        footer = "Render the site afterwards. docs/corrections.md says what readers see.")
public final class WithdrawCommand extends ProgramCommand {
    @Parameters(paramLabel = "PERIOD", description = "a frozen period, such as 2026-11")
    private String period;

    @Option(names = "--reason", paramLabel = "TEXT", description = "what is wrong with it, for readers")
    private String reason;

    @Option(names = "--undo", description = "take the mark away: the period stands again")
    private boolean undo;

    @Mixin
    private FolderOptions folders;

    /** What {@code --json} prints. @param date of the withdrawal; null, as the reason, of one that stands again */
    record Result(String period, boolean withdrawn, String date, String reason) {}

    @Override
    public Integer call() {
        if (undo == (reason != null)) {
            throw new UsageException("give --reason TEXT, or --undo to take a withdrawal back");
        }
        if (reason != null && reason.isBlank()) {
            throw new UsageException("--reason says nothing; write what is wrong with the period, for readers");
        }
        PeriodStore store = new PeriodStore(folders.data(process).own());
        if (!store.periods().contains(period)) {
            throw new UsageException("'" + period + "' is not a frozen period; frozen: " + store.periods());
        }
        Path folder = store.folder(period);
        return undo ? undone(folder) : withdrawn(folder);
    }

    private int undone(Path folder) {
        if (!Withdrawal.undo(folder)) {
            throw new UsageException("period " + period + " is not withdrawn, so there is nothing to undo");
        }
        return tell(Optional.empty(), "period " + period + " stands again");
    }

    private int withdrawn(Path folder) {
        Withdrawal mark = new Withdrawal(LocalDate.now(process.clock()).toString(), reason);
        mark.mark(folder);
        return tell(Optional.of(mark), "period " + period + " is withdrawn");
    }

    private int tell(Optional<Withdrawal> mark, String text) {
        Result result = new Result(
                period,
                mark.isPresent(),
                mark.map(Withdrawal::date).orElse(null),
                mark.map(Withdrawal::reason).orElse(null));
        return done(result, text + "\nrender the site to tell readers: compass site");
    }
}
