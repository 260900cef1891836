package dev.valuecompass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.Snapshot.Origin;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PreviewTest {
    @TempDir
    Path folder;

    @Test
    void servesTheRenderedSiteAndNothingBesideIt() throws Exception {
        DataFolder data = data();
        Files.writeString(folder.resolve("secret.txt"), "secret\n");
        try (Preview preview = Preview.start(data, Optional.empty(), folder.resolve("out"), 0, line -> {})) {
            String address = preview.address();
            assertThat(get(address).body()).contains("<table", "/__reload.js");
            assertThat(get(address + "2025-02/mft/").statusCode()).isEqualTo(200);
            assertThat(get(address + "nowhere/").statusCode()).isEqualTo(404);
            assertThat(get(address + "%2e%2e/secret.txt").body()).doesNotContain("secret\n");
            assertThat(get(address + "%2e%2e/secret.txt").statusCode()).isEqualTo(404);
        }
        assertThat(Files.readString(folder.resolve("out/index.html"))).doesNotContain("__reload");
    }

    @Test
    void rendersAgainWhenDataChange() throws Exception {
        DataFolder data = data();
        try (Preview preview = Preview.start(data, Optional.empty(), folder.resolve("out"), 0, line -> {})) {
            String before = get(preview.address() + "__rendering").body();
            Thread watching = new Thread(() -> watch(preview));
            watching.start();
            String after = before;
            // Again and again, since it is not known when the other thread begins to watch.
            for (int i = 0; i < 600 && after.equals(before); i++) {
                Files.writeString(data.own().resolve("note.txt"), "changed " + i);
                Thread.sleep(100);
                after = get(preview.address() + "__rendering").body();
            }
            watching.interrupt();
            assertThat(after).isNotEqualTo(before);
        }
    }

    private static void watch(Preview preview) {
        try {
            preview.watch();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private DataFolder data() {
        DataFolder data = DataFolder.over(folder.resolve("data"));
        SystemResult mft = new SystemResult(
                Theory.load(data).system("mft"),
                0,
                List.of(new ScoreCell("alpha", "care", 50.0, null, null, null, null)));
        Snapshot snapshot = SnapshotFields.builder()
                .schemaVersion(Snapshot.SCHEMA_VERSION)
                .period("2025-02")
                .revision(1)
                .previous(null)
                .synthetic(false)
                .origin(new Origin("imported", "a test", "CC0"))
                .fingerprint(new Fingerprint("a", "b", "c", "d", "percent"))
                .title("Preview")
                .systems(List.of(mft))
                .models(List.of(ModelEntry.named("alpha", "Alpha")))
                .notEvaluated(List.of())
                .recognizers(List.of())
                .run(null)
                .cultureFigures(List.of())
                .errata(List.of())
                .build();
        new PeriodStore(data.own())
                .write(new PeriodRecord(snapshot, List.of(), Map.of(), Map.<String, List<Case>>of()));
        return data;
    }
}
