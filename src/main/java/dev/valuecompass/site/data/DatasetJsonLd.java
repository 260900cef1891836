package dev.valuecompass.site.data;

import dev.valuecompass.io.Json;
import dev.valuecompass.site.text.SiteIdentity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A period as {@code schema.org/Dataset} in JSON-LD. It is a file of its own: the pages allow no inline script, and
 * search engines, which do not follow links to such files, find the same facts as microdata on the data page.
 */
final class DatasetJsonLd {
    private final DatasetFacts facts;
    private final SiteIdentity publication;

    DatasetJsonLd(DatasetFacts facts, SiteIdentity publication) {
        this.facts = facts;
        this.publication = publication;
    }

    /** @param files to download, with their addresses as {@link FileAddresses} knows them */
    String write(List<PublishedFile> files, FileAddresses addresses) {
        Map<String, Object> dataset = new TreeMap<>();
        dataset.put("@context", "https://schema.org/");
        dataset.put("@type", "Dataset");
        dataset.put("name", facts.name());
        dataset.put("description", facts.description());
        dataset.put("identifier", facts.id());
        dataset.put("url", facts.address());
        dataset.put("version", facts.version());
        dataset.put("license", facts.licenceAddress() == null ? text(facts.licence()) : facts.licenceAddress());
        dataset.put("creator", Map.of("@type", "Organization", "name", facts.creator()));
        dataset.put("datePublished", facts.date());
        dataset.put("temporalCoverage", facts.period());
        dataset.put("isAccessibleForFree", true);
        dataset.put("keywords", List.of("language models", "values", "evaluation", "leaderboard"));
        dataset.put("variableMeasured", facts.variables());
        dataset.put("includedInDataCatalog", catalogue());
        dataset.put(
                "distribution",
                files.stream().map(file -> download(file, addresses)).toList());
        dataset.values().removeIf(value -> value == null);
        return Json.pretty(dataset);
    }

    private Map<String, Object> catalogue() {
        Map<String, Object> catalogue = new TreeMap<>();
        catalogue.put("@type", "DataCatalog");
        catalogue.put("name", publication.title());
        String address = publication.absolute("index.html");
        if (address != null) {
            catalogue.put("url", address);
        }
        return catalogue;
    }

    private static Map<String, Object> download(PublishedFile file, FileAddresses addresses) {
        Map<String, Object> download = new TreeMap<>();
        download.put("@type", "DataDownload");
        download.put("name", file.name());
        download.put("description", file.what());
        download.put("contentUrl", addresses.of(file.name()));
        download.put("contentSize", file.size() + " B");
        download.put("encodingFormat", MediaTypes.of(file.name()));
        if (!file.digest().isEmpty()) {
            download.put("sha256", file.digest());
        }
        return download;
    }

    private static String text(String licence) {
        return licence.isEmpty() ? null : licence;
    }
}
