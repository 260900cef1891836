package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads a downloaded zip through once and keeps nothing, so that one that unpacks to more than any period is refused
 * before any of it is believed. What an entry says of its own size is not: its bytes are counted.
 *
 * @param entries at most
 * @param entry bytes of one entry, unpacked, at most
 * @param total bytes of all entries, unpacked, at most
 * @param times how many times as large as the file they may be together; a period's own is some ten times as large
 */
record ArchiveLimits(int entries, long entry, long total, int times) {
    /** Ten times the largest period that docs/studies/billion-calls.md reckons with. */
    static final ArchiveLimits PERIOD = new ArchiveLimits(100_000, 1L << 30, 2L << 30, 200);

    /** Small archives may be packed as tightly as they like. */
    private static final long NEVER_A_BOMB = 16L << 20;

    private static final int PIECE = 64 << 10;
    private static final Pattern OUTSIDE =
            Pattern.compile("(.*[/\\\\])?\\.\\.([/\\\\].*)?|[/\\\\].*|[A-Za-z]:.*|.*[\\\\\\x00-\\x1f].*");

    /** @throws DataException naming the limit that is passed, or the entry whose name leads out of the archive */
    void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > entries) {
                throw refusal(file, "has " + zip.size() + " entries; a period has at most " + entries);
            }
            long most =
                    Math.min(total, Math.max(NEVER_A_BOMB, times * file.toFile().length()));
            long sum = 0;
            byte[] piece = new byte[PIECE];
            Set<String> names = new HashSet<>();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry next = all.nextElement();
                if (OUTSIDE.matcher(next.getName()).matches()) {
                    throw refusal(file, "has an entry '" + next.getName() + "' that leads out of it");
                }
                if (!names.add(next.getName())) {
                    throw refusal(file, "has two entries '" + next.getName() + "'");
                }
                sum += size(file, zip, next, most - sum, piece);
            }
        }
    }

    private long size(Path file, ZipFile zip, ZipEntry next, long left, byte[] piece) throws IOException {
        long size = 0;
        try (InputStream in = zip.getInputStream(next)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                size += n;
                if (size > entry) {
                    throw refusal(file, "unpacks '" + next.getName() + "' to more than " + (entry >> 20) + " MiB");
                }
                if (size > left) {
                    throw refusal(
                            file, "unpacks to more than " + times + " times its size or " + (total >> 20) + " MiB");
                }
            }
        }
        return size;
    }

    private static DataException refusal(Path file, String what) {
        return new DataException(file, what, "it is no published period; download it again from its site");
    }
}
