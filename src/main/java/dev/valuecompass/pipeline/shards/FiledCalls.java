package dev.valuecompass.pipeline.shards;

import dev.valuecompass.llm.batch.RequestFiles;
import dev.valuecompass.llm.batch.RequestFiles.WrittenFile;
import dev.valuecompass.llm.batch.ResultFiles;
import dev.valuecompass.llm.chain.Detour;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run whose calls are files: it writes those that are missing as far as it comes without their answers, and goes on from
 * there once they are read back.
 *
 * @param <R> what the run tells
 */
public final class FiledCalls<R> {
    private final Function<Optional<Detour>, R> run;
    private final Consumer<String> progress;

    /** @param run makes its calls through whoever stands before the endpoints; done again, it goes on from its store */
    public FiledCalls(Function<Optional<Detour>, R> run, Consumer<String> progress) {
        this.run = run;
        this.progress = progress;
    }

    /** What was written; no file when nothing is missing. */
    public record RequestReport(List<WrittenFile> files, int requests) {
        public String text() {
            String written = files.stream()
                    .map(file -> "%d requests of %s at %s: %s"
                            .formatted(file.requests(), file.model(), file.endpoint(), file.file()))
                    .collect(Collectors.joining("\n"));
            return files.isEmpty() ? "no call is missing; nothing was written" : written;
        }
    }

    /** @throws dev.valuecompass.io.DataException when a file is there already; nothing is written then */
    public RequestReport write(Path target, RequestFiles.Limits limits) {
        try (RequestFiles files = new RequestFiles(target, limits)) {
            run.apply(Optional.of(Detour.files(files::before)));
            List<WrittenFile> written = files.finish();
            return new RequestReport(
                    written, written.stream().mapToInt(WrittenFile::requests).sum());
        }
    }

    /**
     * @throws dev.valuecompass.io.DataException naming each line that is no result, and each result of a call that the run
     *     does not make; nothing is kept then
     */
    public R read(List<Path> files) {
        ResultFiles results = ResultFiles.read(files);
        results.torn().forEach(torn -> progress.accept("warning: " + torn));
        run.apply(Optional.of(Detour.files(results::looking)));
        results.refuseStrangers();
        progress.accept("%d results%s"
                .formatted(
                        results.size(),
                        results.doubled() == 0 ? "" : ", and " + results.doubled() + " that stand twice"));
        return run.apply(Optional.of(Detour.files(results::before)));
    }
}
