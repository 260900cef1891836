package dev.valuecompass.site.data;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.SiteIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the files that describe a period's data for programs. */
final class PeriodMetadata {
    public static final String JSON_LD = "dataset.jsonld";

    private final Edition edition;
    private final SiteIdentity publication;
    private final DatasetFacts facts;

    public PeriodMetadata(Edition edition, SiteIdentity publication) {
        this.edition = edition;
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
        written.put(JSON_LD, new DatasetJsonLd(facts, publication).write(top, addresses));
        written.put("croissant.json", new Croissant(facts, edition.snapshot(), addresses, bibtex).write(files));
        written.put("README.md", new DatasetCard(facts).write(files));
        written.put("CITATION.cff", CitationFile.write(facts, digest));
        written.put("citation.bib", bibtex + "\n");
        return written;
    }
}
