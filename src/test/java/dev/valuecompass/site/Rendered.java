package dev.valuecompass.site;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.snapshot.PeriodRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A site on disk, read back as a browser would. */
record Rendered(Path root) {
    private static final Comparator<PeriodRecord> NEWEST_FIRST = Comparator.comparing(
                    (PeriodRecord record) -> record.snapshot().period())
            .reversed();

    static Rendered of(Path out, PeriodRecord... periods) {
        new Site(DataFolder.over(Path.of("data")), Optional.empty())
                .render(
                        Stream.of(periods)
                                .sorted(NEWEST_FIRST)
                                .map(PeriodSource::of)
                                .toList(),
                        out);
        return new Rendered(out);
    }

    Document page(String path) {
        try {
            return Jsoup.parse(Files.readString(root.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> files() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> pages() {
        return files().stream().filter(file -> file.endsWith(".html")).toList();
    }
}
