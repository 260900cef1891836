package dev.valuecompass.site.data;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.snapshot.PeriodFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the files that describe a period's data for programs. */
final class PeriodMetadata {
    private final Edition edition;
    private final SiteIdentity publication;
    private final DatasetFacts facts;
    private final List<PublishedTable> tables;

    PeriodMetadata(Edition edition, SiteIdentity publication, List<PublishedTable> tables) {
        this.edition = edition;
        this.tables = tables;
        this.publication = publication;
        this.facts = DatasetFacts.of(edition, publication);
    }

    DatasetFacts facts() {
        return facts;
    }

    /**
     * Contents by file name, in the order to offer them.
     *
     * @param files that the period publishes already
     * @param digest SHA-256 of {@code snapshot.json}; may be empty
     */
    Map<String, String> write(List<PublishedFile> files, String digest, String bibtex) {
        FileAddresses addresses = new FileAddresses(edition, publication);
        List<PublishedFile> top =
                files.stream().filter(file -> !file.name().contains("/")).toList();
        Map<String, String> written = new LinkedHashMap<>();
        written.put(PeriodFiles.JSON_LD, new DatasetJsonLd(facts, publication).write(top, addresses));
        written.put(PeriodFiles.CROISSANT, new Croissant(facts, tables, addresses, bibtex).write(files));
        written.put(PeriodFiles.DATA_PACKAGE, new DataPackage(facts, tables).write(files));
        written.put(PeriodFiles.CARD, new DatasetCard(facts).write(tables));
        written.put(PeriodFiles.CITATION, CitationFile.write(facts, digest));
        written.put(PeriodFiles.BIBTEX, bibtex + "\n");
        return written;
    }
}
