package dev.valuecompass.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, and what in it can be run. */
record Page(Path path, String text) {
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern INDENTED = Pattern.compile("(?m)^ {4}(\\./compass [^#\\n]*)");
    private static final Pattern MENTION =
            Pattern.compile("(?:`|^|\\s)\\./compass ([^`\\n]+?)(?:`|$|\\s+#)", Pattern.MULTILINE);
    private static final Pattern LINK =
            Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s]+)\\)|!\\[[^\\]]*]\\(([^)\\s]+)\\)");

    static List<Page> all() {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                                    .map(Path::of),
                            docs.filter(path -> path.toString().endsWith(".md")).sorted())
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page read(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks marked as shell, and indented commands, in order; blocks marked as text are for reading. */
    List<String> scripts() {
        List<String> scripts = new ArrayList<>();
        Matcher shell = SHELL.matcher(text);
        while (shell.find()) {
            scripts.add(shell.group(1));
        }
        Matcher indented = INDENTED.matcher(text);
        while (indented.find()) {
            scripts.add(indented.group(1).strip() + "\n");
        }
        return scripts;
    }

    /** Everything that is written as a command, in whatever place, without its {@code ./compass}. */
    List<String> mentions() {
        List<String> mentions = new ArrayList<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            mentions.add(mention.group(1).strip());
        }
        return mentions;
    }

    List<String> links() {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            links.add(link.group(1) != null ? link.group(1) : link.group(2));
        }
        return links;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
