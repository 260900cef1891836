package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.FileFault;
import dev.valuecompass.snapshot.PeriodFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folder writes that happen wholly or not at all: everything is written and synced in a hidden folder of its own beside
 * the target, then renamed. A revision needs two renames; {@link #recover} takes back the first when the second never
 * came. Whoever writes has the {@link PeriodLock}, so what lies half written while it is held is left from a crash.
 */
final class PeriodSwap {
    private static final String ASIDE = ".replaced";
    private static final Pattern MOVED = Pattern.compile("\\.\\d{4}-\\d{2}\\.replaced");
    private static final Pattern PART = Pattern.compile("\\.\\d{4}-\\d{2}(\\.[^/]*)?\\.part");

    private PeriodSwap() {}

    static Path revision(Path folder, int revision) {
        return folder.resolve(PeriodFiles.REVISIONS).resolve(Integer.toString(revision));
    }

    /** Numbers of the superseded revisions that are kept, oldest first. */
    static List<Integer> revisions(Path folder) {
        Path kept = folder.resolve(PeriodFiles.REVISIONS);
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(kept)) {
            return folders.map(revision -> revision.getFileName().toString().replace("/", ""))
                    .filter(name -> name.matches("[1-9]\\d{0,5}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFault.reading(kept, e);
        }
    }

    /** Puts a folder that an interrupted {@link #replace} moved aside back in its place; waits for one under way. */
    static void recover(Path folder) {
        if (!moved(folder)) {
            return;
        }
        try (PeriodLock lock = PeriodLock.take(folder.getParent())) {
            if (moved(folder)) {
                Files.move(aside(folder), folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw FileFault.writing(folder, e);
        }
    }

    private static boolean moved(Path folder) {
        return Files.isDirectory(aside(folder)) && !Files.exists(folder);
    }

    static void recoverAll(Path root) {
        for (Path folder : hidden(root)) {
            if (MOVED.matcher(folder.getFileName().toString()).matches()) {
                recover(target(folder));
            }
        }
    }

    /** Removes what crashes left; the lock is held, so nobody is at work on it. */
    static void clean(Path root) {
        recoverAll(root);
        try {
            for (Path folder : hidden(root)) {
                String name = folder.getFileName().toString();
                if (PART.matcher(name).matches() || MOVED.matcher(name).matches()) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            throw FileFault.writing(root, e);
        }
    }

    private static List<Path> hidden(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("."))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw FileFault.reading(root, e);
        }
    }

    /** The folder that one which was moved aside belongs to. */
    private static Path target(Path aside) {
        String name = aside.getFileName().toString();
        return aside.resolveSibling(name.substring(1, name.length() - ASIDE.length()));
    }

    static void publish(Path folder, SortedMap<String, byte[]> files) {
        Path part = part(folder);
        try {
            prepare(part, files);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            sync(folder.getParent());
        } catch (IOException e) {
            throw cannotWrite(folder, part, e);
        }
    }

    static void replace(Path folder, SortedMap<String, byte[]> files) {
        Path part = part(folder);
        try {
            prepare(part, files);
            delete(aside(folder));
            Files.move(folder, aside(folder), StandardCopyOption.ATOMIC_MOVE);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            sync(folder.getParent());
            delete(aside(folder));
        } catch (IOException e) {
            recover(folder);
            throw cannotWrite(folder, part, e);
        }
    }

    /** The files that a new revision keeps: those of the present one, moved below, and of all before it. */
    static Map<String, byte[]> kept(Path folder, int revision) {
        Map<String, byte[]> kept = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                boolean older = name.startsWith(PeriodFiles.REVISIONS);
                kept.put(older ? name : PeriodFiles.REVISIONS + revision + "/" + name, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
        return kept;
    }

    private static Path part(Path folder) {
        long process = ProcessHandle.current().pid();
        return folder.resolveSibling("." + folder.getFileName() + "." + process + "-" + UUID.randomUUID() + ".part");
    }

    private static void prepare(Path part, SortedMap<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = part.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            write(path, file.getValue());
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

    /** The same once nothing is left of the attempt. */
    private static RuntimeException cannotWrite(Path folder, Path part, IOException e) {
        try {
            delete(part);
        } catch (IOException stays) {
            e.addSuppressed(stays);
        }
        return FileFault.writing(folder, e);
    }
}
