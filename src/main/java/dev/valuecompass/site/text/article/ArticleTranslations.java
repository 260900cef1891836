package dev.valuecompass.site.text.article;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Language;
import java.util.Optional;

/**
 * The methodology in one language: {@code methodology/<code>/<name>.md} of the data folder. What is not translated is
 * shown in English, and said to be.
 */
public record ArticleTranslations(DataFolder data, Language language) {
    /** Whether the page is there in the language. */
    boolean has(String name) {
        return language.code().equals(Language.REFERENCE)
                || data.find(path(name)).isPresent();
    }

    /** Markdown; empty when the page is not translated. */
    Optional<String> text(String name) {
        return data.find(path(name)).map(file -> data.text(path(name)));
    }

    private String path(String name) {
        return "methodology/" + language.code() + "/" + name + ".md";
    }
}
