package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.Bounds;
import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.validation.DriftChain;
import dev.valuecompass.pipeline.validation.DriftTwins;
import dev.valuecompass.pipeline.validation.LengthTwins;
import dev.valuecompass.pipeline.validation.Recoverability;
import dev.valuecompass.pipeline.validation.Recovery;
import dev.valuecompass.pipeline.validation.Simulation;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds what is scored against what fictional models were made to hold. */
@Command(
        name = "validate",
        description =
                "Parameter recovery: fictional models of known values through the whole line, for several numbers of"
                        + " items, and, where the period is frozen, what it published of them.",
        footer = "Nothing is sent; only models of simulated endpoints have known values.")
final class ValidateCommand extends ProgramCommand {
    private static final int FEWEST = 2;
    private static final int MOST = 1000;
    private static final int LENGTH_BOARDS = 50;
    private static final int DRIFT_BOARDS = 4;
    /** Boards a seed, of several periods each. */
    private static final int CHAIN_BOARDS = 1;

    @Option(
            names = "--items",
            paramLabel = "N",
            split = ",",
            defaultValue = "25,50,100,200",
            description = "numbers of items a value to simulate; 0 for none (default: ${DEFAULT-VALUE})")
    private List<Integer> items;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "10",
            description = "how often identical models are compared with true labels (default: ${DEFAULT-VALUE})")
    private int seeds;

    @Option(
            names = "--system",
            paramLabel = "ID",
            split = ",",
            description = "simulate these value systems alone (default: those of the leaderboard)")
    private List<String> systems = List.of();

    @Mixin
    private EvaluationOptions setting;

    /**
     * What {@code --json} prints.
     *
     * @param period null when it is not frozen
     * @param simulation null when not asked for, as {@code lengthTwins}
     * @param drift null likewise, and with too few items to link periods by, as {@code driftChain}
     */
    record Result(
            Recovery period,
            Recoverability simulation,
            LengthTwins lengthTwins,
            DriftTwins drift,
            DriftChain driftChain) {}

    @Override
    public Integer call() {
        boolean simulate = !items.equals(List.of(0));
        Bounds.whole("--seeds", seeds, 1, MOST);
        if (simulate) {
            items.forEach(n -> Bounds.whole("--items", n, FEWEST, MOST));
        }
        RunSetting read = setting.read(process);
        systems.forEach(id -> read.theory().system(id));
        PeriodStore store = new PeriodStore(setting.folders().data(process).own());
        boolean frozen = store.periods().contains(read.period());
        if (!frozen && !simulate) {
            throw new UsageException(
                    "period " + read.period() + " is not frozen yet, run it first; frozen: " + store.periods());
        }
        Recovery period = frozen ? Recovery.of(read, store.read(read.period())) : null;
        Recoverability simulation = simulate
                ? new Simulation(
                                read,
                                new Simulation.SimulationPlan(items, seeds, systems),
                                process.terminal()::progress)
                        .run()
                : null;
        int largest = items.stream().mapToInt(n -> n).max().orElseThrow();
        LengthTwins twins = simulate
                ? LengthTwins.of(
                        largest,
                        LENGTH_BOARDS * seeds,
                        read.leaderboard().evaluation().seed())
                : null;
        DriftTwins drift = DriftTwins.possible(largest)
                ? DriftTwins.of(
                        largest,
                        DRIFT_BOARDS * seeds,
                        read.leaderboard().evaluation().seed())
                : null;
        DriftChain chain = DriftTwins.possible(largest)
                ? DriftChain.of(
                        largest,
                        DriftChain.USUAL,
                        CHAIN_BOARDS * seeds,
                        read.leaderboard().evaluation().seed())
                : null;
        Result result = new Result(period, simulation, twins, drift, chain);
        return done(result, text(result));
    }

    private static String text(Result told) {
        return Stream.of(
                        told.period() == null ? null : told.period().text(),
                        told.simulation() == null ? null : told.simulation().text(),
                        told.lengthTwins() == null ? null : told.lengthTwins().text(),
                        told.drift() == null ? null : told.drift().text(),
                        told.driftChain() == null ? null : told.driftChain().text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
    }
}
