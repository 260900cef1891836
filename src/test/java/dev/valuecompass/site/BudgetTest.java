package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.site.edition.PeriodSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a visitor has to fetch before a leaderboard is there, compressed as servers do. */
@Tag("slow")
class BudgetTest {
    private static final List<String> FIRST_VIEW =
            List.of("css/site.css", "js/first.js", "js/site.en.js", "js/periods.en.js", "favicon.svg");

    @TempDir
    private Path out;

    /** Of a thousand models most is figures, and models that stand by name have few digits in common with their neighbours. */
    @ParameterizedTest
    @CsvSource({"33, 60000", "1000, 225000"})
    void theFirstViewOfALeaderboardStaysLight(int models, long budget) throws IOException {
        LargeSites.render(out, List.of(PeriodSource.of(LargeSites.period("2026-11", models, 1))));
        long shared = 0;
        for (String file : FIRST_VIEW) {
            shared += gzipped(out.resolve(file));
        }
        for (String page : List.of("index.html", "2026-11/mft/index.html", "2026-11/safety/index.html")) {
            assertThat(shared + gzipped(out.resolve(page))).as(page).isLessThanOrEqualTo(budget);
        }
    }

    @Test
    void aModelPageLoadsItsOwnCasesOnly() throws IOException {
        LargeSites.render(out, List.of(PeriodSource.of(LargeSites.period("2026-11", 20, 3))));
        String page = Files.readString(out.resolve("2026-11/models/model-0007/index.html"));
        assertThat(page.split("class=\"case\"", -1)).hasSize(4);
        // Three answers of 1.5 kB, the frame, and 27 scores beside the field: nothing grows with the number of models.
        assertThat(page.length()).isLessThan(90_000);
    }

    private static long gzipped(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        }
        return bytes.size();
    }
}
