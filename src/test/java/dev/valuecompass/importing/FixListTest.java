package dev.valuecompass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of fixes as a person may leave it. */
class FixListTest {
    @TempDir
    Path folder;

    private void expect(String fixes, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("fixes.yml"), fixes);
        assertThatThrownBy(() -> FixList.read(file))
                .isInstanceOf(DataException.class)
                .message()
                .containsPattern("fixes\\.yml(:1)?: " + Pattern.quote(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {row: 1, field: x, action: set, after: '1', reason: r}               | fix 1 names no file; write file:
            {file: a.json, field: x, action: set, after: '1', reason: r}         | fix 1 names no row; write row:
            {file: a.json, row: 0, field: x, action: set, after: '1', reason: r} | fix 1 names no row; write row:
            {file: a.json, row: 1, field: x, after: '1', reason: r}              | fix 1 says not what to do; write action: set, rename or drop
            {file: a.json, row: 1, action: set, after: '1', reason: r}           | fix 1 names no field; write field:
            {file: a.json, row: 1, field: x, action: rename, reason: r}          | fix 1 gives no new name; write after:
            {file: a.json, row: 1, field: x, action: drop}                       | fix 1 gives no reason; write reason:
            null                                                                 | fix 1 is empty; write it or remove it
            """)
    void whatIsLeftOutIsNamedWithWhatToWrite(String fix, String words) throws IOException {
        expect("fixes: [" + fix + "]", words);
    }

    @Test
    void everyMistakeIsNamedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("fixes.yml"), "fixes: [null, {row: 2}]");
        assertThatThrownBy(() -> FixList.read(file))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.defects()).hasSize(2));
    }

    @Test
    void whatIsNoFixIsNamedByItsLineAndNotByAClass() throws IOException {
        Path file = Files.writeString(folder.resolve("fixes.yml"), "fixes:\n- mend it\n");
        assertThatThrownBy(() -> FixList.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("fixes.yml:2: a text where an object is expected in 'fixes[0]'; see the file")
                .hasMessageNotContaining("dev.valuecompass");
    }

    @Test
    void aFileNestedWithoutEndIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("fixes.yml"), "fixes: " + "[".repeat(100_000));
        assertThatThrownBy(() -> FixList.read(file)).isInstanceOf(DataException.class);
    }
}
