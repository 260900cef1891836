package dev.valuecompass.cli.terminal;

import dev.valuecompass.io.DataFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say where things are; the defaults lie in the program's home folder. */
public final class FolderOptions {
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

    @Option(names = "--out", paramLabel = "DIR", description = "where the site is written (default: public)")
    private Path out;

    @Option(names = "--runs", paramLabel = "DIR", description = "where answers are kept (default: runs)")
    private Path runs;

    /** The leaderboard's own data over the shipped ones; {@code data} in the home folder unless {@code --data} names one. */
    public DataFolder data(ProcessContext process) {
        return DataFolder.over(or(data, process.home().resolve("data")));
    }

    /** The leaderboard file; {@code leaderboard.yml} in the data folder unless {@code --config} names one. */
    public Path config(ProcessContext process) {
        return config != null ? config : data(process).file("leaderboard.yml");
    }

    /** Where the site goes; {@code public} in the home folder unless {@code --out} names one. */
    public Path out(ProcessContext process) {
        return or(out, process.home().resolve("public"));
    }

    /** Where run stores lie; {@code runs} in the home folder unless {@code --runs} names one. */
    public Path runs(ProcessContext process) {
        return or(runs, process.home().resolve("runs"));
    }

    private static Path or(Path given, Path otherwise) {
        return given != null ? given : otherwise;
    }
}
