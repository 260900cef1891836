package dev.valuecompass.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of a rendered site. */
final class Pages {
    private Pages() {}

    /** Every page, relative to the site's folder, in order. */
    static List<String> of(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(file -> site.relativize(file).toString())
                    .filter(page -> !page.startsWith("badges/"))
                    .sorted()
                    .toList();
        }
    }
}
