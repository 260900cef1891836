package dev.valuecompass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What tests take from npm is one version of each package, known by its checksum. */
class NpmLockTest {
    private static JsonNode read(String file) throws IOException {
        return Json.tree(Files.readString(Path.of(file)), file);
    }

    @Test
    void everyPackageIsLockedByVersionAndChecksum() throws IOException {
        JsonNode wanted = read("package.json").get("devDependencies");
        JsonNode locked = read("package-lock.json").get("packages");
        assertThat(wanted.propertyNames()).isNotEmpty();
        for (String name : wanted.propertyNames()) {
            assertThat(wanted.get(name).asString()).as(name).matches("\\d+\\.\\d+\\.\\d+");
            assertThat(locked.path("node_modules/" + name).path("version").asString())
                    .isEqualTo(wanted.get(name).asString());
        }
        for (String name : locked.propertyNames()) {
            if (!name.isEmpty()) {
                assertThat(locked.get(name).path("integrity").asString())
                        .as(name)
                        .matches("sha512-[\\w+/]{86}==");
            }
        }
    }

    @Test
    void nothingFromNpmIsUnpackedWithoutItsChecksum() throws IOException {
        String script = Files.readString(Path.of("src/test/sh/setup.sh"));
        assertThat(script.lines().filter(line -> line.matches("\\s*npm_unpack .*")))
                .hasSize(2)
                .allMatch(line -> line.contains("integrity)\"") || line.contains("\"$sum\""));
        assertThat(script).doesNotContain("npm install", "npm ci");
    }
}
