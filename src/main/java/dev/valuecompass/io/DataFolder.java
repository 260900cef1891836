package dev.valuecompass.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The {@code data/} folder of a leaderboard laid over the one that ships with the program: a file of the leaderboard
 * hides the shipped file of the same path, so a fork keeps only what it changes. Periods are never shipped.
 */
public final class DataFolder {
    /** Marks the folder that ships with the program. */
    private static final String SHIPPED = "shipped.txt";

    private final Path own;
    private final Path shipped;

    private DataFolder(Path own, Path shipped) {
        this.own = own;
        this.shipped = shipped;
    }

    /** A leaderboard's own folder over the files that ship with the program. */
    public static DataFolder over(Path own) {
        Path there = own.toAbsolutePath().normalize();
        return new DataFolder(
                own, checkout().filter(data -> !data.equals(there)).orElseGet(DataFolder::shippedRoot));
    }

    /** The leaderboard's own folder: where periods are written. */
    public Path own() {
        return own;
    }

    /** @param path relative, with forward slashes, such as {@code prompts/opinion.md} */
    public Optional<Path> find(String path) {
        return Stream.of(own.resolve(path), shipped.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Whether a file of this path ships with the program. */
    public boolean ships(String path) {
        return Files.isRegularFile(shipped.resolve(path));
    }

    /** @throws DataException when neither the leaderboard nor the program has the file */
    public Path file(String path) {
        return find(path)
                .orElseThrow(() ->
                        new DataException(own.resolve(path), "no such file", "create it or remove what refers to it"));
    }

    /** A file's content, read as UTF-8. @throws DataException when it cannot be read */
    public String text(String path) {
        return TextFile.read(file(path));
    }

    /** Files directly in {@code folder} whose names end with {@code suffix}, own over shipped, sorted by name. */
    public List<Path> list(String folder, String suffix) {
        Map<String, Path> byName = new TreeMap<>();
        for (Path root : List.of(shipped, own)) {
            Path directory = root.resolve(folder);
            if (Files.isDirectory(directory)) {
                collect(directory, suffix, byName);
            }
        }
        return List.copyOf(byName.values());
    }

    private static void collect(Path directory, String suffix, Map<String, Path> byName) {
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .forEach(file -> byName.put(file.getFileName().toString(), file));
        } catch (IOException e) {
            throw FileFault.reading(directory, e);
        }
    }

    /** Every file below a folder by its path from there, with forward slashes, own over shipped. */
    public SortedMap<String, Path> below(String folder) {
        SortedMap<String, Path> byPath = new TreeMap<>();
        for (Path root : List.of(shipped, own)) {
            Path top = root.resolve(folder);
            if (Files.isDirectory(top)) {
                walk(top, byPath);
            }
        }
        return byPath;
    }

    private static void walk(Path top, SortedMap<String, Path> byPath) {
        try (Stream<Path> files = Files.walk(top)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> byPath.put(top.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException e) {
            throw FileFault.reading(top, e);
        }
    }

    /** The data of a checkout as they are today, whatever they were when the jar was built. */
    private static Optional<Path> checkout() {
        return Optional.ofNullable(System.getProperty("compass.home"))
                .map(home -> Path.of(home, "data").toAbsolutePath().normalize())
                .filter(data -> Files.isRegularFile(data.resolve(SHIPPED)));
    }

    private static Path shippedRoot() {
        URL marker = DataFolder.class.getResource("/data/" + SHIPPED);
        if (marker == null) {
            throw new IllegalStateException("the program was built without its data folder");
        }
        try {
            URI uri = marker.toURI();
            if (uri.getScheme().equals("jar")) {
                openJar(uri);
            }
            return Path.of(uri).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jar's file system stays open as long as the program runs; a second opening would be refused. */
    private static FileSystem openJar(URI uri) {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(uri);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + uri, e);
        }
    }
}
