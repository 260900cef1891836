package dev.valuecompass.cli.terminal;

import dev.valuecompass.llm.batch.RequestFiles;
import dev.valuecompass.llm.chain.Detour;
import dev.valuecompass.pipeline.shards.FiledCalls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Calls as files, for batch services, engines without a server, and machines without a network. */
public final class CallFiles {
    private static final int MEGABYTE = 1_000_000;

    @Option(
            names = "--requests-out",
            paramLabel = "FILE",
            description = "send nothing; write the missing calls as OpenAI batch lines")
    private Path requests;

    @Option(
            names = "--results-in",
            paramLabel = "FILE",
            arity = "1..*",
            description = "send nothing; read what came back for them, in any order")
    private List<Path> results = List.of();

    @Option(
            names = "--most-requests",
            paramLabel = "N",
            description = "of a file of requests (default: 50000); what is more goes into further files")
    private int most = RequestFiles.Limits.USUAL.requests();

    @Option(names = "--most-megabytes", paramLabel = "N", description = "of a file of requests (default: 200)")
    private long megabytes = RequestFiles.Limits.USUAL.bytes() / MEGABYTE;

    /** Whether calls go through files. */
    public boolean given() {
        return requests != null || !results.isEmpty();
    }

    /**
     * Reads results, then writes what is missing behind them; whichever is asked for.
     *
     * @param run with whoever stands before the endpoints
     * @param told what the run says for the exit code and for people
     */
    public <R> int through(
            ProcessContext process, boolean json, Function<Optional<Detour>, R> run, Function<R, CallReport> told) {
        if (most < 1 || megabytes < 1) {
            throw new UsageException("--most-requests and --most-megabytes are numbers from 1");
        }
        FiledCalls<R> calls = new FiledCalls<>(run, process.terminal()::progress);
        if (!results.isEmpty()) {
            R read = calls.read(results);
            CallReport report = told.apply(read);
            if (requests == null) {
                process.terminal().result(json, read, report.text());
                return (report.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
            }
            process.terminal().progress(report.text());
        }
        FiledCalls.RequestReport report = calls.write(requests, new RequestFiles.Limits(most, megabytes * MEGABYTE));
        process.terminal().result(json, report, report.text());
        return ExitCode.DONE.code();
    }

    /** What a run says after its results were read. */
    public record CallReport(boolean complete, String text) {}
}
