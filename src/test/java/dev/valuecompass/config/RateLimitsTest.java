package dev.valuecompass.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitsTest {
    @TempDir
    Path folder;

    private final Defects defects = new Defects();

    private RateLimits read(String limits) throws IOException {
        Path file = folder.resolve("leaderboard.yml");
        Files.writeString(
                file, "endpoints:\n  - {id: web, kind: openai, base-url: https://example.org/v1" + limits + "}\n");
        return new EndpointList(DataFolder.over(folder))
                .read(Yaml.read(file, defects).maps("endpoints"))
                .get(0)
                .limits();
    }

    @Test
    void limitsMayBeLeftOut() throws IOException {
        assertThat(read("")).isEqualTo(RateLimits.NONE);
        assertThat(read(", limits: {requests-per-day: 50}")).isEqualTo(new RateLimits(null, null, 50, ZoneOffset.UTC));
        assertThat(
                        read(
                                ", limits: {requests-per-minute: 3, tokens-per-minute: 900, day-begins-in: America/Los_Angeles}"))
                .isEqualTo(new RateLimits(3, 900, null, ZoneId.of("America/Los_Angeles")));
        assertThat(defects.list()).isEmpty();
    }

    @Test
    void aWrongLimitOrPlaceIsNamed() throws IOException {
        read(", limits: {requests-per-day: 0, day-begins-in: America/Los_Angles}");
        assertThat(defects.list())
                .extracting(Defect::toString)
                .satisfies(all -> assertThat(String.join("\n", List.copyOf(all)))
                        .contains("'requests-per-day' is out of range: '0'")
                        .contains("did you mean 'America/Los_Angeles'?"));
    }
}
