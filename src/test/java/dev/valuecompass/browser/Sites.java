package dev.valuecompass.browser;

import dev.valuecompass.site.SampleSites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sites that browsers look at and no test changes, each rendered when it is first asked for. */
final class Sites implements AutoCloseable {
    private final Path folder;
    private final Map<String, Path> rendered = new HashMap<>();

    Sites() throws IOException {
        folder = Files.createTempDirectory("sites");
    }

    /** See {@link SampleSites#usual}. */
    Path usual() {
        return rendered.computeIfAbsent("usual", name -> SampleSites.usual(folder.resolve(name)));
    }

    /** See {@link SampleSites#edges}. */
    Path edges() {
        return rendered.computeIfAbsent("edges", name -> SampleSites.edges(folder.resolve(name)));
    }

    /** See {@link SampleSites#questions}; alone in its folder, under the name {@code questions}. */
    Path questions() {
        return rendered.computeIfAbsent(
                "questions",
                name -> SampleSites.questions(folder.resolve("asked").resolve(name)));
    }

    /** See {@link SampleSites#recomputable}. */
    Path recomputable() {
        return rendered.computeIfAbsent(
                "recomputable", name -> SampleSites.recomputable(folder.resolve(name), folder.resolve("frozen")));
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
