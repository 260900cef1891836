package dev.valuecompass.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Whole-file writes that either happen or do not: a temporary file beside the target, fsync, rename. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Replaces a file by this text in UTF-8, whole or not at all. */
    public static void replace(Path target, String text) {
        replace(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file piece by piece. */
    public interface Content {
        /** @param out is buffered */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Creates missing parent folders. On any failure the target is as it was and no temporary file stays. */
    static void replace(Path target, byte[] bytes) {
        replaceBy(target, out -> out.write(bytes));
    }

    /** The same of a file that may be larger than memory. */
    public static void replaceBy(Path target, Content content) {
        try {
            Path real = Files.isSymbolicLink(target) ? target.toRealPath() : target;
            Path folder = real.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, ".", ".part");
            try {
                writeDurably(temporary, content);
                keepPermissions(real, temporary);
                Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw FileFault.writing(target, e);
        }
    }

    private static void writeDurably(Path file, Content content) throws IOException {
        // A channel, since an interrupt ends its writing.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Temporary files are made private to their owner; a published file must keep the mode it had, or be readable. */
    private static void keepPermissions(Path target, Path temporary) throws IOException {
        if (!Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            return;
        }
        Files.setPosixFilePermissions(
                temporary,
                Files.exists(target)
                        ? Files.getPosixFilePermissions(target)
                        : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }
}
