package dev.valuecompass.bench;

import dev.valuecompass.site.LargeSites;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A site of six periods of 1,000 models with ten cases each, for {@code src/bench/sh/generation.sh}, which runs it
 * beside Hugo and {@code cp -r}.
 */
public final class GenerationBench {
    private static final List<String> PERIODS =
            List.of("2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11");

    private GenerationBench() {}

    /**
     * {@code freeze DATA MODELS PERIODS} freezes the newest periods, {@code hugo SITE PROJECT} writes a Hugo project of as many pages with as many bytes.
     */
    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[1]);
        switch (args[0]) {
            case "freeze" -> freeze(from, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            case "hugo" -> hugo(from, Path.of(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void freeze(Path data, int models, int periods) {
        PeriodStore store = new PeriodStore(data);
        for (String period : PERIODS.subList(PERIODS.size() - periods, PERIODS.size())) {
            store.write(LargeSites.period(period, models, 10));
        }
    }

    /** One Markdown file a page, which becomes about as many bytes of HTML as the page of this site has. */
    private static void hugo(Path site, Path project) throws IOException {
        Files.createDirectories(project.resolve("layouts/_default"));
        Files.writeString(project.resolve("config.toml"), """
            baseURL = "/"
            title = "Bench"
            disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404"]
            uglyURLs = true
            """);
        Files.writeString(project.resolve("layouts/_default/single.html"), """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
            <h1>{{ .Title }}</h1><table>{{ range .Params.scores }}<tr><th>{{ .name }}</th><td>{{ .value }}</td></tr>
            {{ end }}</table>{{ .Content }}</body></html>
            """);
        try (Stream<Path> files = Files.walk(site)) {
            int n = 0;
            for (Path page : files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                n++;
                Path file = project.resolve("content/p" + n / 1000 + "/page-" + n + ".md");
                Files.createDirectories(file.getParent());
                Files.writeString(file, markdown(n, Files.size(page)));
            }
        }
    }

    private static String markdown(int n, long bytes) {
        StringBuilder text = new StringBuilder("---\ntitle: Page " + n + "\nscores:\n");
        for (int i = 0; i < 27; i++) {
            text.append("  - {name: value-")
                    .append(i)
                    .append(", value: ")
                    .append((n * 31 + i * 17) % 100)
                    .append("}\n");
        }
        text.append("---\n");
        String paragraph =
                "People who live together need **rules** that they can change, and reasons that they can follow. "
                        .repeat(5)
                        .strip();
        // A paragraph becomes about 525 bytes of HTML; head and scores are about 1,500.
        for (long left = bytes - 1500; left > 0; left -= 525) {
            text.append(paragraph).append("\n\n");
        }
        return text.toString();
    }
}
