package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/providers.md} has a row for each key, made from the code that reads it. */
class ProviderKeysTest {
    @Test
    void theTableIsMadeFromTheKeys() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("docs/providers.md"))) {
            assertThat(lines.filter(line -> line.startsWith("| `")))
                    .containsExactlyElementsOf(Arrays.stream(ProfileKey.values())
                            .map(ProviderKeysTest::row)
                            .toList());
        }
    }

    /** The shipped profiles use known keys only, and each key is one that some code reads. */
    @Test
    void everyKeyIsRead() throws IOException {
        String reader = Files.readString(Path.of("src/main/java/dev/valuecompass/llm/openai/ProviderProfile.java"));
        assertThat(ProfileKey.values()).allSatisfy(key -> assertThat(reader).contains("ProfileKey." + key.name()));
        assertThat(reader).as("a key that is not in the list").doesNotContainPattern("file\\.\\w+\\(\"");
    }

    private static String row(ProfileKey key) {
        return "| `" + key.id() + "` | " + key.what() + " | " + shown(key.allowed()) + " |";
    }

    private static String shown(List<String> allowed) {
        return allowed.stream()
                .map(value -> value.contains(" ") || value.equals("none") ? value : "`" + value + "`")
                .collect(Collectors.joining(", "));
    }
}
