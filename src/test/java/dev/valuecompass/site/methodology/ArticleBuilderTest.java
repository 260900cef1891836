package dev.valuecompass.site.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Languages;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Article;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleBuilderTest {
    @Test
    void aDrawingStandsInPlaceOfItsNameAndOtherMarkupIsEscaped() {
        DataFolder data = DataFolder.over(Path.of("data"));
        ArticleBuilder articles = new ArticleBuilder(
                path -> path,
                Map.of("recogniser", "Before <b>it</b>.\n\n{toy-confusion}\n\nAfter {toy-confusion}."),
                Map.of("toy-confusion", "<figure><svg></svg></figure>\n"),
                new ArticleTranslations(data, Languages.english(data)));
        Article page = articles.page("recognition", new Address(ArticleBuilder.path("recognition")));
        assertThat(page.html())
                .contains(
                        "<p>Before &lt;b&gt;it&lt;/b&gt;.</p>\n<figure><svg></svg></figure>\n<p>After {toy-confusion}.</p>");
    }
}
