package dev.valuecompass.pipeline;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.pipeline.setup.FolderContents;
import dev.valuecompass.site.Site;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.write.SiteMark;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Everything that decides a site, as one digest: the program, what the leaderboard says of its site, every file of the data
 * folders, and the periods. Frozen files are not read again: each period counts with its checksum file, the names and
 * sizes of its files, and the time when one was last written.
 */
final class SiteInputs {
    private final List<String> lines = new ArrayList<>();
    private FileTime changed = FileTime.fromMillis(0);

    private SiteInputs() {}

    static SiteMark.Inputs of(DataFolder data, Publishing.SiteOptions form) {
        SiteInputs inputs = new SiteInputs();
        inputs.lines.add(form.toString());
        try {
            inputs.program(Path.of(Site.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
            for (String folder : FolderContents.inputs()) {
                for (Map.Entry<String, Path> file : data.below(folder).entrySet()) {
                    inputs.add(folder + "/" + file.getKey(), checksum(Files.readAllBytes(file.getValue())));
                }
            }
            for (PeriodSource period : PeriodSource.all(new PeriodStore(data.own()))) {
                inputs.period(period);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw FileFault.reading(data.own(), e);
        }
        return new SiteMark.Inputs(Digest.sha256(String.join("\n", inputs.lines)), inputs.changed);
    }

    /** Tells files apart that nobody made to be alike, as in a jar, in a fraction of the time that a digest takes. */
    private static String checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return bytes.length + " " + crc.getValue();
    }

    private void period(PeriodSource period) throws IOException {
        add(period.folder().orElseThrow().getFileName(), period.digest(""));
        period.withdrawal().ifPresent(mark -> lines.add(mark.toString()));
        for (Map.Entry<String, Path> file : period.files().entrySet()) {
            BasicFileAttributes told = Files.readAttributes(file.getValue(), BasicFileAttributes.class);
            add(file.getKey(), told.size());
            changed = told.lastModifiedTime().compareTo(changed) > 0 ? told.lastModifiedTime() : changed;
        }
    }

    /** Classes, templates and what browsers get: a jar has a checksum of each; those of a folder are told by their times. */
    private void program(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(place.relativize(file), Files.getLastModifiedTime(file));
                }
            }
            return;
        }
        try (ZipFile jar = new ZipFile(place.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
                entries.add(all.nextElement());
            }
            entries.sort(Comparator.comparing(ZipEntry::getName));
            entries.forEach(entry -> add(entry.getName(), entry.getCrc()));
        }
    }

    private void add(Object name, Object told) {
        lines.add(name + " " + told);
    }
}
