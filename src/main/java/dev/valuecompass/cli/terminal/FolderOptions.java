package dev.valuecompass.cli.terminal;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * The options that say where things are. A folder given with {@code --data} holds the whole leaderboard, its answers and its
 * site too; without it the default files lie in the program's home folder.
 */
public final class FolderOptions {
    private static final String FILE = "leaderboard.yml";
    private static final Pattern MISNAMED = Pattern.compile("(?i)leaderboard\\.(ya?ml|ya?ml\\.txt|json|txt)");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the leaderboard's data folder, laid over the one that ships (default: data)")
    private Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the leaderboard file (default: leaderboard.yml in the data folder)")
    private Path config;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where the site is written (default: public, in the folder given with --data)")
    private Path out;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "where answers are kept (default: runs, in the folder given with --data)")
    private Path runs;

    /** The leaderboard's own data over the shipped ones; {@code data} in the home folder unless {@code --data} names one. */
    public DataFolder data(ProcessContext process) {
        return DataFolder.over(or(data, process.home().resolve("data")));
    }

    /**
     * The leaderboard file; {@code leaderboard.yml} in the data folder unless {@code --config} names one.
     *
     * @throws ConfigException where a folder was named that has none: the leaderboard of nobody else is taken for it
     */
    public Path config(ProcessContext process) {
        return knownConfig(process)
                .orElseThrow(() -> wrong(
                        data.resolve(FILE).toString(),
                        "no such file",
                        Files.isRegularFile(data)
                                ? data + " is a file: name its folder with --data, or the file with --config"
                                : Files.isDirectory(data)
                                        ? "write it, or name the folder that has one"
                                        : "there is no folder " + data
                                                + ": check the path, or begin a leaderboard there: compass init "
                                                + data));
    }

    /** The same for what can do without; empty where a folder was named that has none. */
    public Optional<Path> knownConfig(ProcessContext process) {
        if (config != null) {
            return Optional.of(config);
        }
        Path folder = data(process).own();
        Path own = folder.resolve(FILE);
        if (Files.isRegularFile(own)) {
            return Optional.of(own);
        }
        misnamed(folder).ifPresent(name -> {
            throw wrong(own.toString(), "no such file, but there is " + name, "rename it to " + FILE);
        });
        return data == null ? data(process).find(FILE) : Optional.empty();
    }

    private static Optional<String> misnamed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> MISNAMED.matcher(name).matches())
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
    }

    private static ConfigException wrong(String file, String what, String fix) {
        return new ConfigException(List.of(new Defect(file, what, fix)));
    }

    /** Where the site goes, unless {@code --out} names a place: {@code public} beside what it is made from. */
    public Path out(ProcessContext process) {
        return or(out, beside(process).resolve("public"));
    }

    /** Where run stores lie, unless {@code --runs} names a place. */
    public Path runs(ProcessContext process) {
        return or(runs, beside(process).resolve("runs"));
    }

    private Path beside(ProcessContext process) {
        return or(data, process.home());
    }

    private static Path or(Path given, Path otherwise) {
        return given != null ? given : otherwise;
    }
}
