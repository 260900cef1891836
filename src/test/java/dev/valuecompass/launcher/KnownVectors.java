package dev.valuecompass.launcher;

import dev.valuecompass.io.Digest;
import dev.valuecompass.pipeline.setup.Recognizers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file of sentence vectors for the runs of all tests, as the runs of one leaderboard share one. To encode the
 * sentences of the definitions takes longest, and without it every test would do so anew. Whoever needs a folder of runs
 * that shares nothing puts an empty file there first.
 */
public final class KnownVectors {
    /** Commands that read answers, or compare texts. */
    private static final List<String> COMMANDS =
            List.of("run", "evaluate", "merge", "rescore", "items", "validate", "recognizer");

    /** Its {@code --data} are labelled lines, and no folder. */
    private static final String LINES = "recognizer";

    private KnownVectors() {}

    /** Lends the vectors to a command for the folder of runs that it is given or takes by itself. Returns that folder. */
    public static Path lend(Path home, String... command) {
        List<String> words = List.of(command);
        Path runs = named(words, "--runs")
                .orElseGet(() -> named(words, "--data")
                        .filter(data -> !words.get(0).equals(LINES))
                        .orElse(home)
                        .resolve("runs"));
        if (words.isEmpty() || !COMMANDS.contains(words.get(0))) {
            return runs;
        }
        try {
            Path link = Files.createDirectories(runs).resolve(Recognizers.VECTORS);
            if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(link, file());
            }
            return runs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> named(List<String> words, String option) {
        int place = words.indexOf(option) + 1;
        return place > 0 && place < words.size() ? Optional.of(Path.of(words.get(place))) : Optional.empty();
    }

    /** Removes what was lent below a folder, so that no link out of it is left. */
    public static void takeBack(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.find(
                folder, Integer.MAX_VALUE, (path, is) -> is.isSymbolicLink() && path.endsWith(Recognizers.VECTORS))) {
            for (Path link : all.toList()) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for a shell script that is about to hand its arguments to the program, with its home in {@code $home}. */
    static String script() throws IOException {
        return """
                runs=
                data=$home
                before=
                for word; do
                    [ "$before" != --runs ] || runs=$word
                    [ "$before" != --data ] || [ "$1" = %s ] || data=$word
                    before=$word
                done
                runs=${runs:-$data/runs}
                case ${1:-} in
                    %s)
                        mkdir -p "$runs"
                        [ -e "$runs/%s" ] || ln -s '%s' "$runs" ;;
                esac
                """.formatted(LINES, String.join(" | ", COMMANDS), Recognizers.VECTORS, file());
    }

    /** Named after the code that makes vectors, so that those of other code are never found. */
    private static Path file() throws IOException {
        StringBuilder code = new StringBuilder();
        for (String name : List.of("E5Encoder", "TokenizerLoading", "Vectors")) {
            try (InputStream bytes =
                    Recognizers.class.getResourceAsStream("/dev/valuecompass/embedding/" + name + ".class")) {
                code.append(Digest.sha256(bytes.readAllBytes()));
            }
        }
        Path folder =
                Path.of("target", "test-vectors", Digest.sha256(code.toString()).substring(0, 12));
        Path file = Files.createDirectories(folder.toAbsolutePath()).resolve(Recognizers.VECTORS);
        if (!Files.exists(file)) {
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                // Another process of the tests was first.
            }
        }
        return file;
    }
}
