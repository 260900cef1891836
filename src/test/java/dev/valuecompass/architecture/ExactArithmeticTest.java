package dev.valuecompass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is published is the same on every machine, so the sources leave out what machines compute differently. */
class ExactArithmeticTest {
    /** Of these, {@code Math} may give another last digit on another processor; {@code StrictMath} may not. */
    private static final Pattern INEXACT = Pattern.compile("(?<!Strict)\\bMath\\s*(?:\\.|::)\\s*"
            + "(?:exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot|random)\\b"
            + "|import static java\\.lang\\.Math\\b");

    @Test
    void functionsAreTheStrictOnes() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/main/java"), Path.of("templates"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|jte)"))
                        .toList()) {
                    if (INEXACT.matcher(Files.readString(file)).find()) {
                        wrong.add(file + ": take StrictMath");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theRuleKnowsWhatItForbids() {
        assertThat(List.of("Math.exp(x)", "Math::log", "java.lang.Math.pow(x, 2)", "import static java.lang.Math.max;"))
                .allMatch(line -> INEXACT.matcher(line).find());
        assertThat(List.of("StrictMath.exp(x)", "StrictMath::log", "Math.sqrt(x)", "Math.max(1, 2)", "Math.floor(x)"))
                .noneMatch(line -> INEXACT.matcher(line).find());
    }
}
