package dev.valuecompass.site.write;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * What a site was made from, noted beside its pages, so that the same one need not be made again. It stands while the
 * inputs are the same and every file of the site has its size and is no younger than the note: a page that was
 * removed or edited is noticed without being read, unless its size and its time were restored by hand.
 */
public final class SiteMark {
    static final String FILE = ".site-inputs";

    private final Path root;

    /**
     * @param digest of everything that decides the site
     * @param changed when one of those inputs was last written that the digest knows by name and size alone
     */
    public record Inputs(String digest, FileTime changed) {}

    /** @param root the site */
    public SiteMark(Path root) {
        this.root = root;
    }

    /** Whether these inputs made the site as it lies there. */
    public boolean stands(Inputs inputs) {
        Path file = root.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            FileTime noted = Files.getLastModifiedTime(file);
            return inputs.changed().compareTo(noted) <= 0
                    && Files.readAllLines(file).equals(lines(inputs, noted));
        } catch (IOException e) {
            return false;
        }
    }

    /** Before the site is changed: what was half made is not taken for done. */
    public void clear() {
        if (!Files.exists(root.resolve(FILE))) {
            return; // what else is in the way is said of the first page
        }
        try {
            Files.delete(root.resolve(FILE));
        } catch (IOException e) {
            throw FileFault.writing(root.resolve(FILE), e);
        }
    }

    /** After the last file was written. */
    public void set(Inputs inputs) {
        try {
            List<String> lines = lines(inputs, FileTime.fromMillis(Long.MAX_VALUE));
            AtomicFiles.replace(root.resolve(FILE), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            // Somebody is at the site's files: it is rendered anew next time.
        }
    }

    private List<String> lines(Inputs inputs, FileTime noted) throws IOException {
        StringBuilder files = new StringBuilder();
        for (String path : Files.readAllLines(root.resolve(OutputTree.MANIFEST))) {
            BasicFileAttributes file = Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
            if (file.lastModifiedTime().compareTo(noted) > 0) {
                throw new NoSuchFileException(path, null, "is younger than the site");
            }
            files.append(path).append(' ').append(file.size()).append('\n');
        }
        return List.of(inputs.digest(), Digest.sha256(files.toString()));
    }
}
