package dev.valuecompass.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The library's patterns call themselves once for each turn of a group that repeats without end, unless it never gives back
 * what it took ({@code *+}). A text that turns it a few hundred times ends the thread. So no pattern has such a group.
 */
class PatternsTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /** They read our own scripts when the program is built or a site is written. */
    private static final Set<String> OWN = Set.of("ScriptBundle.java", "Assets.java");

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    /** Behind a group, outside of brackets and not escaped. */
    private static final Pattern ENDLESS = Pattern.compile("\\)(?:[*+]|\\{\\d+,})(?!\\+)");

    @Test
    void noGroupRepeatsWithoutEndAndGivesBack() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !OWN.contains(file.getFileName().toString()))
                    .flatMap(PatternsTest::endless)
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    @Test
    void itWouldBeFound() {
        assertThat(isEndless("(?:the |an? )*model")).isTrue();
        assertThat(isEndless("(a|b){2,}")).isTrue();
        assertThat(isEndless("(?:a)+?")).isTrue();
        assertThat(isEndless("(?:the |an? )*+model")).isFalse();
        assertThat(isEndless("[)*]+\\\\)*(a){1,6}")).isFalse();
    }

    private static Stream<String> endless(Path file) {
        try {
            return LITERAL.matcher(Files.readString(file))
                    .results()
                    .map(literal -> literal.group().substring(1, literal.group().length() - 1))
                    .filter(PatternsTest::isEndless)
                    .map(literal -> file.getFileName() + ": " + literal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param literal as it stands in the source, so that a backslash of the pattern is two */
    private static boolean isEndless(String literal) {
        String bare = literal.replaceAll("\\\\\\\\.", "x").replaceAll("\\[[^\\]]*+]", "x");
        return ENDLESS.matcher(bare).find();
    }
}
