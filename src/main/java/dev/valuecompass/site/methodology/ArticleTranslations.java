package dev.valuecompass.site.methodology;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.language.Language;
import dev.valuecompass.site.text.SafeMarkdown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.Heading;

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

    /**
     * Markdown; empty when the page is not translated.
     *
     * @throws DataException when it has what may not be published
     */
    Optional<String> text(String name) {
        Optional<Path> file = data.find(path(name));
        return file.map(there -> {
            String text = data.text(path(name));
            DataException.refuse(defects(there, text));
            return text;
        });
    }

    /** Whatever may not be published in the methodology of any language, each with its place. */
    public static List<Defect> check(DataFolder data) {
        return Stream.concat(Stream.of(Language.REFERENCE), languages(data))
                .distinct()
                .flatMap(code -> data.list("methodology/" + code, ".md").stream()
                        .flatMap(file ->
                                defects(file, data.text("methodology/" + code + "/" + file.getFileName())).stream()))
                .toList();
    }

    private static Stream<String> languages(DataFolder data) {
        return data.list("languages", ".yml").stream()
                .map(file -> file.getFileName().toString().replaceAll("\\.yml$", ""));
    }

    private static List<Defect> defects(Path file, String text) {
        SafeMarkdown markdown = SafeMarkdown.parse(text, ArticleBuilder.TABLES);
        List<Defect> defects = new ArrayList<>(markdown.defects(file.toString(), false));
        if (!(markdown.document().getFirstChild() instanceof Heading heading) || heading.getLevel() != 1) {
            defects.add(new Defect(
                    file.toString(), 1, "a page of the methodology without a heading", "begin it with '# TITLE'"));
        }
        return defects;
    }

    private String path(String name) {
        return "methodology/" + language.code() + "/" + name + ".md";
    }
}
