package dev.valuecompass.site.data;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.MeasuredOutput;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.data.DataPage.Download;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.write.Content;
import dev.valuecompass.site.write.OutputTree;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.store.PeriodArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Publishes the frozen files of a period, byte for byte, so that a download verifies like the original; and tables and
 * an archive made from them.
 */
public final class Downloads {
    /** The schema of the snapshots that this program writes, under the site's first folder. */
    public static final String SCHEMA = "schema/snapshot.schema.json";

    /** What the fields of the frozen files and the columns of the tables mean. */
    public static final String DICTIONARY = "dictionary.html";

    private static final int SHOWN_AT_ONCE = 12;

    private final Edition edition;
    private final PeriodSource source;
    private final List<PublishedTable> tables;
    private final PeriodMetadata metadata;
    private final List<PublishedFile> frozen = new ArrayList<>();
    private final List<PublishedFile> made = new ArrayList<>();
    private String bibtex;

    public Downloads(Edition edition, PeriodSource source, SiteIdentity publication) {
        this.edition = edition;
        this.source = source;
        this.tables = PublishedTable.of(edition);
        this.metadata = new PeriodMetadata(edition, publication, tables);
    }

    /**
     * What can be downloaded.
     *
     * @param made from the frozen files
     * @param frozen as they are, the snapshot first
     * @param described the facts about the data, for search engines
     * @param bibtex how to cite it
     * @param digest that stands for all frozen files; empty when they are not on disk
     */
    public record DownloadLists(
            List<Download> made, List<Download> frozen, DatasetMarkup described, String bibtex, String digest) {}

    /** Writes everything below the period's data page, once. */
    public void publish(OutputTree tree) {
        // The archive is hashed while the files themselves are laid out.
        CompletableFuture<List<PublishedFile>> archives = CompletableFuture.supplyAsync(() -> made(tree));
        frozen.addAll(frozen(tree));
        made.addAll(archives.join());
        String digest = frozen.stream()
                .filter(file -> file.name().equals(PeriodFiles.SNAPSHOT))
                .map(PublishedFile::digest)
                .findFirst()
                .orElse("");
        bibtex = Citation.bibtex(edition, metadata.facts(), digest);
        List<PublishedFile> all = new ArrayList<>(made);
        all.addAll(frozen);
        metadata.write(all, digest, bibtex).forEach((name, text) -> made.add(file(tree, name, utf8(text))));
    }

    /** What was published, as a data page offers it. */
    public DownloadLists offer(Address page, PageTexts words) {
        return new DownloadLists(
                links(page, made, words), links(page, frozen, words), markup(page), bibtex, source.digest(""));
    }

    private DatasetMarkup markup(Address page) {
        DatasetFacts facts = metadata.facts();
        return DatasetMarkupFields.builder()
                .name(facts.name())
                .description(facts.description())
                .creator(facts.creator())
                .version(facts.version())
                .period(facts.period())
                .licence(facts.licenceAddress())
                .address(facts.address())
                .metadata(page.to(edition.places().file(PeriodFiles.JSON_LD)))
                .files(Stream.concat(made.stream(), frozen.stream())
                        .filter(file -> !file.name().contains("/"))
                        .map(file -> new DatasetMarkup.File(
                                page.to(edition.places().file(file.name())), MediaTypes.of(file.name())))
                        .toList())
                .build();
    }

    private List<PublishedFile> made(OutputTree tree) {
        List<PublishedFile> made = new ArrayList<>();
        source.folder()
                .ifPresent(folder -> made.add(
                        large(tree, PeriodFiles.archive(edition.period()), out -> PeriodArchive.write(folder, out))));
        for (PublishedTable table : tables) {
            made.add(large(tree, table.csv(), table.table()::csv));
            made.add(large(tree, table.jsonLines(), table.table()::jsonLines));
        }
        return made;
    }

    private PublishedFile large(OutputTree tree, String name, Content content) {
        AtomicReference<MeasuredOutput> measured = new AtomicReference<>();
        tree.write(edition.places().file(name), out -> {
            measured.set(new MeasuredOutput(out));
            content.writeTo(measured.get());
        });
        return new PublishedFile(name, measured.get().size(), measured.get().sha256(), what(name));
    }

    private List<PublishedFile> frozen(OutputTree tree) {
        SortedMap<String, Path> files = source.files();
        Map<String, String> sums = files.containsKey(Checksums.FILE) ? sums(files.get(Checksums.FILE)) : Map.of();
        List<PublishedFile> first = new ArrayList<>();
        List<PublishedFile> rest = new ArrayList<>();
        files.forEach((name, file) -> {
            byte[] bytes = bytes(file);
            tree.write(edition.places().file(name), bytes);
            (name.contains("/") ? rest : first)
                    .add(new PublishedFile(name, bytes.length, sums.getOrDefault(name, ""), what(name)));
        });
        first.addAll(rest);
        return first;
    }

    /** Whether so many files are offered that the page folds them away. */
    static boolean many(List<Download> files) {
        return files.size() > SHOWN_AT_ONCE;
    }

    private PublishedFile file(OutputTree tree, String name, byte[] bytes) {
        tree.write(edition.places().file(name), bytes);
        return PublishedFile.of(name, bytes, what(name));
    }

    private String what(String name) {
        return FileKinds.what(name, edition.words());
    }

    private List<Download> links(Address page, List<PublishedFile> files, PageTexts words) {
        return files.stream()
                .map(file -> new Download(
                        new Link(page.to(edition.places().file(file.name())), file.name()),
                        Figures.size(file.size()),
                        FileKinds.what(file.name(), words),
                        file.digest()))
                .toList();
    }

    private static Map<String, String> sums(Path file) {
        return Checksums.read(new String(bytes(file), StandardCharsets.UTF_8), file.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileFault.reading(file, e);
        }
    }
}
