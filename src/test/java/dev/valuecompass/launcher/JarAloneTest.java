package dev.valuecompass.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program where there is no checkout: whatever ships with it comes out of its jar. */
@Tag("slow")
class JarAloneTest {
    @TempDir
    private Path empty;

    @Test
    void checksAnEmptyFolderByWhatShips() throws Exception {
        assertThat(alone("check")).endsWith("ok\n");
    }

    @Test
    void rendersAPeriodThatLiesThere() throws Exception {
        Path golden = Path.of("src/test/resources/golden/version-3-evolved");
        try (Stream<Path> files = Files.walk(golden.resolve("periods"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = empty.resolve("data").resolve(golden.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        assertThat(alone("site")).contains("1 period, ", "public/index.html");
        assertThat(empty.resolve("public/css/site.css")).isNotEmptyFile();
        assertThat(Files.readString(empty.resolve("public/index.html"))).contains("<table");
    }

    private String alone(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ProgramJar.command(empty, arguments));
        command.removeIf(word -> word.startsWith("-Dcompass.home="));
        Process process = new ProcessBuilder(command)
                .directory(empty.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Arrays.toString(arguments) + printed).isZero();
        return printed;
    }
}
