package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.FileFault;
import dev.valuecompass.snapshot.check.Withdrawal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A period as one file for downloading. The same period gives the same bytes wherever zlib compresses alike: entries in
 * order and one fixed time, which no time zone moves. The mark of a withdrawn period comes first, beside the folder.
 */
public final class PeriodArchive {
    /** Java writes the time zone beside the first month that the format knows, and not beside others. */
    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PeriodArchive() {}

    /** @param folder of the period; its files lie in a folder of its name, earlier revisions included */
    public static byte[] zip(Path folder) {
        return zip(folder, folder.getFileName().toString());
    }

    /** @param name of the folder in the zip, whatever the files lie in now */
    static byte[] zip(Path folder, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(folder, name, bytes);
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
        return bytes.toByteArray();
    }

    /** The same bytes into a stream, which stays open. @param folder as in {@link #zip(Path)} */
    public static void write(Path folder, OutputStream out) throws IOException {
        write(folder, folder.getFileName().toString(), out);
    }

    private static void write(Path folder, String name, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_COMPRESSION);
        Optional<Path> withdrawn = Withdrawal.markOf(folder);
        if (withdrawn.isPresent()) {
            add(zip, name + Withdrawal.ENDING, Files.readAllBytes(withdrawn.get()));
        }
        for (var file : files(folder).entrySet()) {
            add(zip, name + "/" + file.getKey(), Files.readAllBytes(file.getValue()));
        }
        zip.finish();
    }

    private static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        }
        return files;
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
