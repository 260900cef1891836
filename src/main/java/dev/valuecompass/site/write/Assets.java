package dev.valuecompass.site.write;

import dev.valuecompass.io.Json;
import dev.valuecompass.io.Resource;
import dev.valuecompass.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that the browser gets as they are: styles and icons, and its scripts as one, with another for pages beside
 * the leaderboards and one that recomputes a page when a reader asks for it. They ship in the program's jar.
 */
public final class Assets {
    /** Runs before anything is painted; the other scripts go into one. */
    private static final String FIRST = "first.js";

    /** What only pages with charts load: name and version, as in the build file. */
    private static final List<String> LIBRARIES = List.of("d3-path/3.1.0", "d3-shape/3.2.0");

    private static final String STYLES = "css/site.css";
    /** What a leaderboard does without, so that it has less to fetch. */
    private static final String STYLES_OF_PAGES = "css/pages.css";

    /** What others build on comes first. */
    private static final List<String> ON_EVERY_PAGE = List.of("site.css", "controls.css");

    /** What only those read who work on the styles. */
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/\\n?|^[ ]+", Pattern.DOTALL | Pattern.MULTILINE);

    /** Space that says nothing: around braces and semicolons, after colons and commas. */
    private static final Pattern SPACE = Pattern.compile("\\s*([{};])\\s*|([:,]) ");

    private static final String MARKER = "/site/css/site.css";

    private Assets() {}

    /** The scripts with the texts of one language. */
    public static String script(Language language) {
        return "js/site." + language.code() + ".js";
    }

    /** What pages beside the leaderboards load as well. */
    public static String scriptOfPages(Language language) {
        return "js/pages." + language.code() + ".js";
    }

    /** What the button fetches that recomputes a page; the scripts know its name. */
    private static String scriptOfRecomputing(Language language) {
        return "js/recompute." + language.code() + ".js";
    }

    private static boolean isOfPages(String key) {
        return key.startsWith("pages.");
    }

    /** What the scripts of pages show, and how they put several things in a list. */
    private static boolean isForPages(String key) {
        return isOfPages(key) || key.equals("list");
    }

    private static boolean isOfRecomputing(String key) {
        return key.startsWith("recompute.");
    }

    private static boolean isForRecomputing(String key) {
        return isOfRecomputing(key) || key.equals("models");
    }

    private static boolean isForEveryPage(String key) {
        return !isOfPages(key) && !isOfRecomputing(key);
    }

    /** @param languages one bundle of scripts for each */
    public static void copy(OutputTree tree, List<Language> languages) {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            Path modules = root.resolve("js");
            for (Language language : languages) {
                tree.write(
                        script(language),
                        ScriptBundle.of(modules.resolve("main.js"), texts(modules, language, Assets::isForEveryPage)));
                tree.write(
                        scriptOfPages(language),
                        ScriptBundle.of(modules.resolve("pages.js"), texts(modules, language, Assets::isForPages)));
                tree.write(
                        scriptOfRecomputing(language),
                        ScriptBundle.of(
                                modules.resolve("recompute/script.js"),
                                texts(modules, language, Assets::isForRecomputing)));
            }
            for (String library : LIBRARIES) {
                tree.write("js/" + library.replaceAll("/.*", "") + ".js", library(library));
            }
            Path styles = root.resolve("css");
            List<Path> everywhere = ON_EVERY_PAGE.stream().map(styles::resolve).toList();
            tree.write(STYLES, style(everywhere));
            tree.write(
                    STYLES_OF_PAGES,
                    style(sorted.stream()
                            .filter(file -> file.startsWith(styles) && !everywhere.contains(file))
                            .toList()));
            for (Path file : sorted) {
                boolean module = file.startsWith(modules)
                        && !file.getFileName().toString().equals(FIRST);
                if (module || file.startsWith(styles)) {
                    continue;
                }
                tree.write(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the site's own files", e);
        }
    }

    /** Those styles in one file without comments, which is one request before the first paint. */
    private static String style(List<Path> files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files) {
            all.append(Files.readString(file)).append('\n');
        }
        return SPACE.matcher(COMMENT.matcher(all).replaceAll("")).replaceAll("$1$2");
    }

    /** The module that is empty as it ships, with the texts of a language in it. */
    private static Map<Path, String> texts(Path modules, Language language, Predicate<String> wanted) {
        SortedMap<String, Object> texts = new TreeMap<>(language.words().scripts());
        texts.keySet().removeIf(wanted.negate());
        return Map.of(
                modules.resolve("texts.js"),
                "export const language = " + Json.line(language.code()).strip() + ";\nexport const texts = "
                        + Json.line(texts).strip() + ";\n");
    }

    /** A library as its makers publish it, from its jar. */
    private static byte[] library(String name) {
        return Resource.bytes(
                "/META-INF/resources/webjars/" + name + "/dist/" + name.replaceAll("/.*", "") + ".min.js");
    }

    private static Path root() {
        URL marker = Assets.class.getResource(MARKER);
        if (marker == null) {
            throw new IllegalStateException("the program was built without its site folder");
        }
        try {
            URI uri = marker.toURI();
            if (uri.getScheme().equals("jar")) {
                open(uri);
            }
            return Path.of(uri).getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jar's file system is shared with whoever opened it first, and stays open. */
    private static void open(URI uri) {
        try {
            FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException closed) {
            try {
                FileSystems.newFileSystem(uri, Map.of());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot open " + uri, e);
            }
        }
    }
}
