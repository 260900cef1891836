package dev.valuecompass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.store.PeriodCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of docs/data.md in the tools that they are for, where those are installed. The period has four models
 * with means of 38.625, 35 and 31.5 (beta, alpha, gamma); delta lacks a score, so it has no mean.
 */
class DataExamplesTest {
    private static final Path PAGE = Path.of("docs/data.md");

    @TempDir
    private Path folder;

    @Test
    void pandas() throws Exception {
        assertThat(answer("python", "python3", "-c", "import pandas"))
                .containsExactly("Beta,38.625", "Alpha,35.0", "Gamma,31.5", "Delta 2.5,");
    }

    @Test
    void r() throws Exception {
        assertThat(answer("r", "Rscript", "-e", "1")).containsExactly("Beta,38.625", "Alpha,35", "Gamma,31.5");
    }

    @Test
    void duckDb() throws Exception {
        assertThat(answer("sql", "duckdb", "-version"))
                .containsExactly("name,mean", "Beta,38.625", "Alpha,35.0", "Gamma,31.5");
    }

    /** What the example in one language prints. @param probe a command that fails where the tool is missing */
    private List<String> answer(String language, String... probe) throws Exception {
        Path output = folder.resolve("output");
        Assumptions.assumeTrue(exits(output, "", probe), () -> String.join(" ", probe) + " does not work here");
        Files.writeString(
                folder.resolve("value-compass-2026-11-long.csv"),
                PeriodCsv.tall(SamplePeriod.imported().snapshot()));
        String code = code(language).replace("\"safety\"", "\"toy\"").replace("'safety'", "'toy'");
        String[] command = switch (probe[0]) {
            case "python3" -> new String[] {"python3", "-"};
            case "Rscript" -> new String[] {"Rscript", "-"};
            default -> new String[] {"duckdb", "-csv"};
        };
        assertThat(exits(output, code, command)).as(Files.readString(output)).isTrue();
        return Files.readAllLines(output);
    }

    private static String code(String language) throws IOException {
        Matcher fence =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(fence.find()).as("an example in " + language).isTrue();
        assertThat(fence.group(1).lines().count()).isLessThanOrEqualTo(5);
        return fence.group(1);
    }

    private boolean exits(Path output, String input, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
