package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of docs/checks.md, and those of its lines that have no better place. */
class ChecksTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|Visitors))(?:\\.(\\w+))?`");

    @TempDir
    private Path out;

    @Test
    void everyTestThatTheTableNamesIsThere() throws IOException {
        Map<String, String> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ChecksTest::text,
                            (one, other) -> one + other));
        }
        List<String> gone = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(Path.of("docs/checks.md")));
        int found = 0;
        while (named.find()) {
            found++;
            String source = sources.getOrDefault(named.group(1), "");
            if (source.isEmpty()
                    || named.group(2) != null
                            && !source.matches("(?s).*(void|Stream<DynamicTest>) " + named.group(2) + "\\(.*")) {
                gone.add(named.group());
            }
        }
        assertThat(found).isGreaterThan(25);
        assertThat(gone).isEmpty();
    }

    @Test
    void anEditedPeriodFailsTheBuild(@TempDir Path data) throws IOException {
        PeriodStore store = new PeriodStore(data);
        store.write(SmallPeriod.usual("2026-11").build());
        Path snapshot = store.folder("2026-11").resolve("snapshot.json");
        Files.writeString(
                snapshot, Files.readString(snapshot).replace("\"conformity\" : 52.5", "\"conformity\" : 97.5"));
        Site site = new Site(DataFolder.over(Path.of("data")), Optional.empty());
        assertThatThrownBy(() -> site.render(store, out))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("snapshot.json");
        assertThat(out.resolve("index.html")).doesNotExist();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
