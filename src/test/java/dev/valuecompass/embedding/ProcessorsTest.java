package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import dev.valuecompass.browser.TestTools;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The states of a text are the same bits on processors that QEMU imitates: one that knows neither AVX nor fused multiplication,
 * and one that knows both and multiplies 8-bit numbers as those before VNNI do. (QEMU imitates none with AVX-512.)
 */
@Tag("slow")
class ProcessorsTest {
    /** "query: i try to, every time." and four tokens beside each other that no text has. */
    private static final List<String> TEXTS =
            List.of("101 23032 1024 1045 3046 2000 1010 2296 2051 1012 102", "101 28999 3 17 30521 102");

    private static final List<String> MODELS = List.of("Nehalem", "Haswell");

    @Test
    void everyProcessorGivesTheSameBits(@TempDir Path folder) throws Exception {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "only a processor of x86-64 imitates others of them");
        String imitation = TestTools.processors().toString();
        Path model = folder.resolve("model.onnx");
        try (InputStream published = getClass().getResourceAsStream("/e5-small-v2-q.onnx")) {
            Files.write(model, TokenwiseBert.of(published.readAllBytes()));
        }
        List<String> program = program(model, Files.write(folder.resolve("ids"), TEXTS), folder);
        Map<String, Process> processors = new LinkedHashMap<>();
        for (String name : MODELS) {
            processors.put(name, started(List.of(imitation, "-cpu", name), program, folder.resolve(name)));
        }
        Process own = started(List.of(), program, folder.resolve("own"));
        endsWell(own, folder.resolve("own"));
        assertThat(Files.readAllLines(folder.resolve("own")))
                .hasSize(TEXTS.size())
                .doesNotHaveDuplicates();
        for (String name : MODELS) {
            endsWell(processors.get(name), folder.resolve(name));
            assertThat(folder.resolve(name)).hasSameTextualContentAs(folder.resolve("own"));
        }
    }

    private static List<String> program(Path model, Path ids, Path folder) throws URISyntaxException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath(),
                StatesElsewhere.class.getName(),
                model.toString(),
                ids.toString());
    }

    private static Process started(List<String> before, List<String> program, Path said) throws IOException {
        return new ProcessBuilder(
                        Stream.concat(before.stream(), program.stream()).toList())
                .redirectOutput(said.toFile())
                .redirectError(errors(said).toFile())
                .start();
    }

    private static void endsWell(Process process, Path said) throws IOException, InterruptedException {
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(errors(said))).isZero();
    }

    private static Path errors(Path said) {
        return said.resolveSibling(said.getFileName() + ".errors");
    }

    private static String classPath() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(StatesElsewhere.class, E5Encoder.class, OnnxTensor.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
