package dev.valuecompass.workflows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A workflow file as GitHub reads it. @param name its file's */
record Workflow(String name, String text, Map<String, Object> root) {
    static final Path FOLDER = Path.of(".github/workflows");

    /** Those that a leaderboard in a repository of its own begins with. */
    static final Path OF_NEW_LEADERBOARDS = Path.of("src/main/resources/scaffold/workflows");

    static Workflow read(String name) {
        return read(FOLDER, name);
    }

    static Workflow read(Path folder, String name) {
        try {
            String text = Files.readString(folder.resolve(name));
            return new Workflow(name, text, map(new Load(LoadSettings.builder().build()).loadFromString(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Workflow> all() {
        return all(FOLDER);
    }

    static List<Workflow> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .map(name -> read(folder, name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the file, in which no job needs a later one. */
    Map<String, Map<String, Object>> jobs() {
        Map<String, Map<String, Object>> jobs = new LinkedHashMap<>();
        map(root.get("jobs")).forEach((id, job) -> jobs.put(id, map(job)));
        return jobs;
    }

    static List<Map<String, Object>> steps(Map<String, Object> job) {
        return job.get("steps") instanceof List<?> steps
                ? steps.stream().map(Workflow::map).toList()
                : List.of();
    }

    /** A mapping of the file; what is left out is an empty one. */
    static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, inner) -> map.put(String.valueOf(key), inner));
        }
        return map;
    }
}
