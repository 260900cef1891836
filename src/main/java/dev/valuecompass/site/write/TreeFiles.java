package dev.valuecompass.site.write;

import dev.valuecompass.io.FileFault;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files below one folder, as cheaply as thousands of them need: a file is compared before it is written, and none is forced to disk,
 * since each can be made again. Where a file may be read meanwhile, a reader sees the old bytes or the new ones; a power cut may leave
 * neither. Several threads may write different files.
 */
final class TreeFiles {
    private static final int CHUNK = 1 << 17;

    /** Whether this rendering made the folder: nobody reads there yet, so that files are written in place. */
    private final Map<Path, Boolean> made = new ConcurrentHashMap<>();

    private final ThreadLocal<ByteBuffer> chunks = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(CHUNK));

    /** @return whether the file was written; false when it held these bytes already */
    boolean refresh(Path target, byte[] bytes) {
        return refresh(target, out -> out.write(bytes));
    }

    /** @param content is asked a second time when the file holds something else */
    boolean refresh(Path target, Content content) {
        try {
            Path folder = target.getParent();
            if (isNew(folder)) {
                write(target, content);
                return true;
            }
            if (Files.isRegularFile(target) && holds(target, content)) {
                return false;
            }
            Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
            write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw FileFault.writing(target, e);
        }
    }

    private boolean isNew(Path folder) throws IOException {
        Boolean known = made.get(folder);
        if (known != null) {
            return known;
        }
        synchronized (made) {
            known = made.get(folder);
            if (known == null) {
                known = !Files.isDirectory(folder);
                if (known) {
                    Files.createDirectories(folder);
                }
                made.put(folder, known);
            }
            return known;
        }
    }

    private boolean holds(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ComparedFile compared = new ComparedFile(channel, chunks.get())) {
            content.writeTo(compared);
            return compared.same();
        }
    }

    private void write(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
    }
}
