package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.JsonOption;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.pipeline.validation.ValidityText;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells whether a frozen period is any good. */
@Command(
        name = "validity",
        description =
                "Is a period any good? For each value whether other questions would tell the same of the models, whether it"
                        + " is more than what all values share, whether it follows the length of the answers, and what its"
                        + " recogniser is worth.",
        footer = "Nothing is sent. A period is good or bad whatever the exit code: 0 says that it was told.")
public final class ValidityCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Parameters(
            arity = "0..1",
            paramLabel = "PERIOD",
            description = "a frozen period, such as 2026-11 (default: the last one)")
    private String period;

    @Mixin
    private FolderOptions folders;

    @Mixin
    private JsonOption output;

    ValidityCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        PeriodStore store = new PeriodStore(folders.data(process).own());
        List<String> frozen = store.periods();
        if (frozen.isEmpty()) {
            throw new UsageException(
                    "no period is frozen yet in " + folders.data(process).own() + "; run or import one first");
        }
        String asked = period == null ? frozen.get(frozen.size() - 1) : period;
        if (!frozen.contains(asked)) {
            throw new UsageException("'" + asked + "' is not a frozen period; frozen: " + String.join(", ", frozen));
        }
        PeriodValidity told = PeriodValidity.of(store.read(asked));
        process.terminal().result(output.json(), told, ValidityText.of(told));
        return ExitCode.DONE.code();
    }
}
