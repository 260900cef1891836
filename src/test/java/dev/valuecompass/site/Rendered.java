package dev.valuecompass.site;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.snapshot.PeriodRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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

    /** Every reference to a file that is not there, or to a place that the file does not have. */
    List<String> brokenLinks() {
        Map<String, Document> pages = new TreeMap<>();
        pages().forEach(path -> pages.put(path, page(path)));
        List<String> broken = new ArrayList<>();
        pages.forEach((path, page) -> {
            for (Element element : page.select("[href], [src], [data-folder]")) {
                String link = Stream.of("href", "src", "data-folder")
                        .filter(element::hasAttr)
                        .map(element::attr)
                        .findFirst()
                        .orElseThrow();
                if (!link.startsWith("https://") && !leads(pages, path, link)) {
                    broken.add(path + " -> " + link);
                }
            }
        });
        return broken;
    }

    private boolean leads(Map<String, Document> pages, String from, String link) {
        URI target = URI.create(from).resolve(link);
        String file = target.getPath().isEmpty() ? from : target.getPath();
        return Files.exists(root.resolve(file))
                && (target.getFragment() == null || pages.get(file).getElementById(target.getFragment()) != null);
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
        return files().stream()
                .filter(file -> file.endsWith(".html") && !file.startsWith("badges/"))
                .toList();
    }
}
