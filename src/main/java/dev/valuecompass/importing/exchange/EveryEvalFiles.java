package dev.valuecompass.importing.exchange;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of Every Eval Ever by what they hold. */
public record EveryEvalFiles(List<Path> scores, List<Path> samples) {
    private static final int MOST = 100_000;
    /** As the datastore nests them, and a little more. */
    private static final int DEEPEST = 8;

    /**
     * @param given files, and folders whose files are taken at any depth; links in folders are passed over
     * @throws DataException when a folder holds none, or too many
     */
    public static EveryEvalFiles of(List<Path> given) {
        EveryEvalFiles files = new EveryEvalFiles(new ArrayList<>(), new ArrayList<>());
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                within(path).forEach(files::sort);
            } else {
                files.sort(path);
            }
        }
        return files;
    }

    private void sort(Path file) {
        (file.toString().endsWith(".jsonl") ? samples : scores).add(file);
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .filter(file -> !Files.isSymbolicLink(file))
                    .filter(file ->
                            file.toString().endsWith(".json") || file.toString().endsWith(".jsonl"))
                    .limit(MOST + 1L)
                    .sorted()
                    .toList();
            if (found.isEmpty() || found.size() > MOST) {
                throw new DataException(
                        folder,
                        found.isEmpty() ? "holds no .json or .jsonl file" : "holds more than " + MOST + " files",
                        "name the files, or the folder of one collection");
            }
            return found;
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
    }
}
