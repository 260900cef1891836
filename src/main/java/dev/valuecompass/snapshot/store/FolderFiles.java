package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.snapshot.PeriodFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a period's folder, which somebody else may have filled: plain files of a bearable size, or a mistake. */
final class FolderFiles {
    /** Larger files are refused before they fill the memory; a real one is a thousand times smaller. */
    private static final long MAX_BYTES = 512L << 20;

    private FolderFiles() {}

    /**
     * Every file of the folder that its checksums cover: neither these nor earlier revisions, which have their own.
     *
     * @throws DataException naming all that is no plain file: a link leads out of what the checksums prove
     */
    static SortedSet<String> names(Path folder) {
        SortedSet<String> names = new TreeSet<>();
        List<Defect> others = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(path -> {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(name);
                } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    others.add(new Defect(
                            path,
                            Files.isSymbolicLink(path) ? "is a link" : "is neither a file nor a folder",
                            "a period is a folder of plain files: put what it should hold in its place"));
                }
            });
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        } catch (UncheckedIOException e) {
            throw FileFault.reading(folder, e.getCause());
        }
        DataException.refuse(others);
        names.removeIf(name -> name.equals(Checksums.FILE) || name.startsWith(PeriodFiles.REVISIONS));
        return names;
    }

    /** The same with their bytes. */
    static SortedMap<String, byte[]> contents(Path folder) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        names(folder).forEach(name -> contents.put(name, bytes(folder, name)));
        return contents;
    }

    /** @throws DataException when it is missing, no plain file, or too large */
    static byte[] bytes(Path folder, String name) {
        Path path = folder.resolve(name);
        try {
            if (Files.isSymbolicLink(path)) {
                throw new DataException(path, "is a link", PeriodFolder.EDITED);
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new DataException(path, "is larger than " + MAX_BYTES + " bytes", PeriodFolder.EDITED);
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw FileFault.reading(path, e);
        }
    }
}
