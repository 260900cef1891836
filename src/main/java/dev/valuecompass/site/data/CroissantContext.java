package dev.valuecompass.site.data;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The terms of Croissant 1.1, as appendix 1 of the specification gives them. */
final class CroissantContext {
    static final SortedMap<String, Object> TERMS = terms();

    private CroissantContext() {}

    private static SortedMap<String, Object> terms() {
        SortedMap<String, Object> terms = new TreeMap<>();
        terms.put("@language", "en");
        terms.put("@vocab", "http://schema.org/");
        terms.put("cr", "http://mlcommons.org/croissant/");
        terms.put("rai", "http://mlcommons.org/croissant/RAI/");
        terms.put("sc", "http://schema.org/");
        terms.put("dct", "http://purl.org/dc/terms/");
        terms.put("conformsTo", "dct:conformsTo");
        terms.put("data", Map.of("@id", "cr:data", "@type", "@json"));
        terms.put("examples", Map.of("@id", "cr:examples", "@type", "@json"));
        terms.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
        for (String term : new String[] {
            "annotation",
            "arrayShape",
            "citeAs",
            "column",
            "containedIn",
            "equivalentProperty",
            "excludes",
            "extract",
            "field",
            "fileObject",
            "fileProperty",
            "fileSet",
            "format",
            "includes",
            "isArray",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "readLines",
            "recordSet",
            "references",
            "regex",
            "sdVersion",
            "separator",
            "source",
            "subField",
            "transform",
            "unArchive",
            "value"
        }) {
            terms.put(term, "cr:" + term);
        }
        return terms;
    }
}
