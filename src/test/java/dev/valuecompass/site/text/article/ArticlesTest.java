package dev.valuecompass.site.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Languages;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.view.Article;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticlesTest {
    @Test
    void aDrawingStandsInPlaceOfItsNameAndOtherMarkupIsEscaped() {
        DataFolder data = DataFolder.over(Path.of("data"));
        Articles articles = new Articles(
                path -> path,
                Map.of("recogniser", "Before <b>it</b>.\n\n{toy-confusion}\n\nAfter {toy-confusion}."),
                Map.of("toy-confusion", "<figure><svg></svg></figure>\n"),
                new ArticleTranslations(data, Languages.english(data)));
        Article page = articles.page("recognition", new Address(Articles.path("recognition")));
        assertThat(page.html())
                .contains(
                        "<p>Before &lt;b&gt;it&lt;/b&gt;.</p>\n<figure><svg></svg></figure>\n<p>After {toy-confusion}.</p>");
    }
}
