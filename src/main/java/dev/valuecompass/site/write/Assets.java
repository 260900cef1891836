package dev.valuecompass.site.write;

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
import java.util.stream.Stream;

/** The files that the browser gets as they are: styles and icons, and its scripts as one. They ship in the program's jar. */
public final class Assets {
    /** Runs before anything is painted; the other scripts go into one. */
    private static final String FIRST = "first.js";

    private static final String MARKER = "/site/css/site.css";

    private Assets() {}

    public static void copy(OutputTree tree) {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            Path modules = root.resolve("js");
            tree.write("js/site.js", ScriptBundle.of(modules.resolve("main.js")));
            for (Path file : sorted) {
                if (file.startsWith(modules) && !file.getFileName().toString().equals(FIRST)) {
                    continue;
                }
                tree.write(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the site's own files", e);
        }
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
