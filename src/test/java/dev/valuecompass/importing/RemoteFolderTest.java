package dev.valuecompass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFolderTest {
    @AutoClose
    private final MockWebServer server = new MockWebServer();

    @AutoClose
    private final MockWebServer other = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
        other.start();
    }

    private static MockResponse to(String location) {
        return new MockResponse.Builder()
                .code(302)
                .setHeader("Location", location)
                .build();
    }

    private String fetched() {
        return SourceFiles.at(server.url("/data").toString()).text("a.json");
    }

    @Test
    void aRedirectIsFollowedWhereItStaysOnItsServer() throws InterruptedException {
        server.enqueue(to("/moved/a.json"));
        server.enqueue(new MockResponse.Builder().body("here").build());
        assertThat(fetched()).isEqualTo("here");
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/data/a.json");
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/moved/a.json");
    }

    @Test
    void aRedirectToAnotherServerIsNamedAndNotFollowed() {
        server.enqueue(to(other.url("/a.json").toString()));
        assertThatThrownBy(this::fetched)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("/data/a.json: points to another server: http://")
                .hasMessageContaining(":" + other.getPort() + "; if the files are there now, name that address");
        assertThat(other.getRequestCount()).isZero();
        for (String location : new String[] {"file:///etc/passwd", "//127.0.0.2/a.json", "http://[::1"}) {
            server.enqueue(to(location));
            assertThatThrownBy(this::fetched).isInstanceOf(DataException.class);
        }
    }

    @Test
    void aCircleEnds() {
        for (int i = 0; i < 20; i++) {
            server.enqueue(to("/data/a.json"));
        }
        assertThatThrownBy(this::fetched).hasMessageContaining("points on and on");
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aFileLargerThanAnyIsRefusedAndNotCutOff() {
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(new byte[(64 << 20) + 1]))
                .build());
        assertThatThrownBy(this::fetched)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is larger than 64 MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://exa mple/", "https://", "http://host:99999/", "ftp://host/a", "HTTP://a b", "http://["})
    void whatIsNoAddressIsNamedWithTheFix(String address) {
        assertThatThrownBy(() -> SourceFiles.at(address))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(address + ": is not a web address; write https://host/folder");
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> SourceFiles.at("https://me:secret@host/a"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("user name or password")
                .hasMessageNotContaining("secret");
    }
}
