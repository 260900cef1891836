package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.snapshot.evidence.EvidenceCheck;
import dev.valuecompass.snapshot.proof.Unproven;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.snapshot.store.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Recomputes what a period publishes. */
@Command(
        name = "verify",
        description =
                "Check a period's checksums, recompute what follows from its labels, and name what nothing proves.")
public final class VerifyCommand extends ProgramCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "PERIOD|ZIP|DIR",
            description = "a frozen period, a downloaded zip or an unpacked one (default: every frozen period)")
    private String what;

    @Mixin
    private FolderOptions folders;

    /**
     * What {@code --json} prints.
     *
     * @param notProvable what nothing in any period proves, and why
     */
    record Result(boolean ok, List<Verification.Report> verified, List<String> notProvable) {}

    @Override
    public Integer call() {
        List<Verification.Report> reports =
                places().stream().map(Verification::verify).toList();
        List<EvidenceCheck.Told> evidence = evidence(reports);
        List<Defect> defects = Stream.concat(
                        reports.stream().flatMap(report -> report.defects().stream()),
                        evidence.stream().flatMap(told -> told.defects().stream()))
                .toList();
        if (!json() && !defects.isEmpty()) {
            throw new DataException(defects);
        }
        List<String> unproven = Unproven.lines();
        String text = reports.stream().map(VerifyCommand::text).collect(Collectors.joining("\n"))
                + evidence.stream()
                        .flatMap(told -> told.held().stream())
                        .map(one -> "\nevidence, as it follows from its own answers: " + one)
                        .collect(Collectors.joining())
                + "\nnot provable from any period (docs/verification.md):\n  " + String.join("\n  ", unproven);
        print(new Result(defects.isEmpty(), reports, unproven), text);
        return (defects.isEmpty() ? ExitCode.DONE : ExitCode.BAD_DATA).code();
    }

    /** Of what lies beside sound periods of the data folder. */
    private List<EvidenceCheck.Told> evidence(List<Verification.Report> reports) {
        Path data = folders.data(process).own();
        List<String> frozen = new PeriodStore(data).periods();
        return what != null && !frozen.contains(what)
                ? List.of()
                : reports.stream()
                        .filter(report -> report.defects().isEmpty())
                        .map(report -> EvidenceCheck.of(data, report.period()))
                        .toList();
    }

    private static String text(Verification.Report report) {
        String verdict = "period %s, revision %d: checksums hold, %s"
                .formatted(
                        report.period(),
                        report.revision(),
                        report.proven()
                                ? report.numbers() + " values recomputed or held against others, and equal"
                                : "but nothing is proven");
        return verdict + "\n  " + String.join("\n  ", report.notes());
    }

    private List<Path> places() {
        PeriodStore store = new PeriodStore(folders.data(process).own());
        if (what == null) {
            List<Path> all = store.periods().stream().map(store::folder).toList();
            if (all.isEmpty()) {
                throw new UsageException(
                        "no period is frozen yet in " + folders.data(process).own());
            }
            return all;
        }
        if (store.periods().contains(what)) {
            return List.of(store.folder(what));
        }
        if (Files.exists(Path.of(what))) {
            return List.of(Path.of(what));
        }
        throw new UsageException("'" + what + "' is neither a file nor a frozen period; frozen: " + store.periods());
    }
}
