package dev.valuecompass.site.write;

import dev.valuecompass.io.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folder that a site is written to. Rewrites only what changed and, at the end, removes what an earlier rendering
 * wrote and this one did not; files of other origin are never touched. Several
 * threads may write different paths.
 */
public final class OutputTree implements AutoCloseable {
    /** One path a line: what this program wrote here. */
    public static final String MANIFEST = ".site-files";

    private static final int BEGINNING = 256;

    /** How many files there are, how many of them were written anew, and how many stale ones went. */
    public record WriteCounts(int files, int changed, int removed) {}

    private final Path root;
    private final Set<String> before;
    private final TreeFiles files = new TreeFiles();
    private final SortedSet<String> written = new ConcurrentSkipListSet<>();
    private final AtomicInteger changed = new AtomicInteger();
    private boolean finished;

    /** @param root the site; what an earlier build wrote there is known by its manifest */
    public OutputTree(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.before = readManifest();
    }

    /** Writes UTF-8 where it differs from what is there. @param path relative, with slashes */
    public void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param path relative, with forward slashes */
    public void write(String path, byte[] bytes) {
        claim(path);
        if (files.refresh(inside(path), bytes)) {
            changed.incrementAndGet();
        }
    }

    /** Writes what is too large to lie in memory. @param path relative, with forward slashes */
    public void write(String path, Content content) {
        claim(path);
        if (files.refresh(inside(path), content)) {
            changed.incrementAndGet();
        }
    }

    private void claim(String path) {
        if (!written.add(path)) {
            throw new IllegalStateException("two pages want the path " + path);
        }
    }

    /** Whether this build has written the file. */
    public boolean has(String path) {
        return written.contains(path);
    }

    /** What was written so far, in order. */
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(written);
    }

    /**
     * Leaves a file alone that an earlier rendering wrote and that says near its beginning what it was made from, so
     * that it need not be made again to be compared.
     *
     * @param mark ASCII
     * @return whether there is such a file; otherwise it is to be written
     */
    public boolean keep(String path, String mark) {
        Path file = inside(path);
        if (!before.contains(path) || !Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            return beginning.contains(mark) && written.add(path);
        } catch (IOException e) {
            throw FileFault.reading(file, e);
        }
    }

    /** Removes what is stale and returns what was done. */
    public WriteCounts finish() {
        int removed = 0;
        for (String path : before) {
            if (!written.contains(path) && remove(inside(path))) {
                removed++;
            }
        }
        writeManifest(written);
        finished = true;
        return new WriteCounts(written.size(), changed.get(), removed);
    }

    /** After a failure, what was written is still remembered, so that a later rendering can remove it. */
    @Override
    public void close() {
        if (!finished && !written.isEmpty()) {
            Set<String> all = new TreeSet<>(before);
            all.addAll(written);
            writeManifest(all);
        }
    }

    private Path inside(String path) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IllegalArgumentException("outside the site's folder: " + path);
        }
        return file;
    }

    private boolean remove(Path file) {
        try {
            boolean was = Files.deleteIfExists(file);
            for (Path folder = file.getParent(); !folder.equals(root); folder = folder.getParent()) {
                Files.deleteIfExists(folder);
            }
            return was;
        } catch (DirectoryNotEmptyException e) {
            return true;
        } catch (IOException e) {
            throw FileFault.writing(file, e);
        }
    }

    private Set<String> readManifest() {
        Path manifest = root.resolve(MANIFEST);
        try {
            return Files.isRegularFile(manifest) ? new TreeSet<>(Files.readAllLines(manifest)) : Set.of();
        } catch (IOException e) {
            throw FileFault.reading(manifest, e);
        }
    }

    private void writeManifest(Set<String> paths) {
        String text = String.join("\n", List.copyOf(new TreeSet<>(paths))) + "\n";
        files.refresh(root.resolve(MANIFEST), text.getBytes(StandardCharsets.UTF_8));
    }
}
