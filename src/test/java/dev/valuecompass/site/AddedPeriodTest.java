package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.edition.PeriodSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that grows by a period: servers and caches go by the time of a file, so what says the same is left alone. */
class AddedPeriodTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    @Test
    void onlyWhatChangedIsWritten(@TempDir Path out) throws IOException {
        PeriodSource october = PeriodSource.of(SmallPeriod.usual("2026-10").build());
        PeriodSource november = PeriodSource.of(SmallPeriod.usual("2026-11").build());
        render(out, october);
        Map<String, byte[]> before = contents(out);
        for (String path : before.keySet()) {
            Files.setLastModifiedTime(out.resolve(path), LONG_AGO);
        }
        SiteReport report = render(out, november, october);
        Map<String, byte[]> after = contents(out);
        int differing = 0;
        for (Map.Entry<String, byte[]> file : after.entrySet()) {
            boolean same = Arrays.equals(before.get(file.getKey()), file.getValue());
            boolean untouched =
                    Files.getLastModifiedTime(out.resolve(file.getKey())).equals(LONG_AGO);
            assertThat(untouched).as(file.getKey()).isEqualTo(same);
            differing += same ? 0 : 1;
        }
        assertThat(report.changed()).isEqualTo(differing);
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(differing)
                .as("styles, scripts, pictures and badges of October stay")
                .isLessThan(after.size());
        assertThat(render(out, november, october).changed()).as("a third time").isZero();
    }

    private static SiteReport render(Path out, PeriodSource... newestFirst) {
        return new Site(DataFolder.over(Path.of("data")), Optional.empty()).render(List.of(newestFirst), out);
    }

    /** Without the list of the files, which is no part of the site. */
    private static Map<String, byte[]> contents(Path out) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = out.relativize(file).toString().replace('\\', '/');
                if (!path.equals(".site-files")) {
                    contents.put(path, Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }
}
