package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.FileFault;
import dev.valuecompass.snapshot.PeriodFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Folder writes that happen wholly or not at all: everything is written and synced in a hidden folder beside the
 * target, then renamed. A revision needs two renames; {@link #recover} takes back the first when the second never came.
 */
final class PeriodSwap {
    private static final String ASIDE = ".replaced";

    private PeriodSwap() {}

    static Path revision(Path folder, int revision) {
        return folder.resolve(PeriodFiles.REVISIONS).resolve(Integer.toString(revision));
    }

    /** Puts a folder that an interrupted {@link #replace} moved aside back in its place. */
    static void recover(Path folder) {
        try {
            if (Files.isDirectory(aside(folder)) && !Files.exists(folder)) {
                Files.move(aside(folder), folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw FileFault.writing(folder, e);
        }
    }

    static void recoverAll(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                String name = folder.getFileName().toString();
                if (name.startsWith(".") && name.endsWith(ASIDE)) {
                    recover(folder.resolveSibling(name.substring(1, name.length() - ASIDE.length())));
                }
            }
        } catch (IOException e) {
            throw FileFault.reading(root, e);
        }
    }

    static void publish(Path folder, SortedMap<String, byte[]> files) {
        try {
            Path part = prepare(folder, files);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            sync(folder.getParent());
        } catch (IOException e) {
            throw FileFault.writing(folder, e);
        }
    }

    static void replace(Path folder, SortedMap<String, byte[]> files) {
        try {
            Path part = prepare(folder, files);
            delete(aside(folder));
            Files.move(folder, aside(folder), StandardCopyOption.ATOMIC_MOVE);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            sync(folder.getParent());
            delete(aside(folder));
        } catch (IOException e) {
            recover(folder);
            throw FileFault.writing(folder, e);
        }
    }

    /** The files that a new revision keeps: those of the present one, moved below, and of all before it. */
    static Map<String, byte[]> kept(Path folder, int revision) {
        Map<String, byte[]> kept = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                boolean older = name.startsWith(PeriodFiles.REVISIONS);
                kept.put(older ? name : PeriodFiles.REVISIONS + revision + "/" + name, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
        return kept;
    }

    private static Path prepare(Path folder, SortedMap<String, byte[]> files) throws IOException {
        Files.createDirectories(folder.getParent());
        Path part = folder.resolveSibling("." + folder.getFileName() + ".part");
        delete(part);
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = part.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                write(path, file.getValue());
            }
            return part;
        } catch (IOException e) {
            delete(part);
            throw e;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Makes the rename itself durable where the system lets a folder be opened; elsewhere it sees to it by itself. */
    private static void sync(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOfferedHere) {
            return;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path aside(Path folder) {
        return folder.resolveSibling("." + folder.getFileName() + ASIDE);
    }
}
