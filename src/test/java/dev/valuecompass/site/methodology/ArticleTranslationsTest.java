package dev.valuecompass.site.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleTranslationsTest {
    @TempDir
    Path data;

    @Test
    void theShippedTranslationsMayBePublished() {
        assertThat(ArticleTranslations.check(DataFolder.over(data))).isEmpty();
    }

    @Test
    void aForksPagesAreHeldToTheSameRules() throws IOException {
        Files.createDirectories(data.resolve("methodology/en"));
        Files.writeString(
                data.resolve("methodology/en/limits.md"),
                "No heading\n\n| a |\n|---|\n| [x](javascript:alert(1)) |\n\n[y](finding:z \"held\") <img src=x>\n");
        assertThat(ArticleTranslations.check(DataFolder.over(data)))
                .allMatch(defect -> defect.file().endsWith("limits.md"))
                .extracting(Defect::line)
                .containsExactlyInAnyOrder(1, 5, 7, 7);
    }
}
