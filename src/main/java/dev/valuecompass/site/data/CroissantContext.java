package dev.valuecompass.site.data;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The terms of Croissant 1.0, as appendix 1 of the specification gives them. */
final class CroissantContext {
    static final SortedMap<String, Object> TERMS = terms();

    private CroissantContext() {}

    private static SortedMap<String, Object> terms() {
        SortedMap<String, Object> terms = new TreeMap<>();
        terms.put("@language", "en");
        terms.put("@vocab", "https://schema.org/");
        terms.put("cr", "http://mlcommons.org/croissant/");
        terms.put("sc", "https://schema.org/");
        terms.put("dct", "http://purl.org/dc/terms/");
        terms.put("conformsTo", "dct:conformsTo");
        terms.put("data", Map.of("@id", "cr:data", "@type", "@json"));
        terms.put("examples", Map.of("@id", "cr:examples", "@type", "@json"));
        terms.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
        for (String term : new String[] {
            "citeAs", "column", "extract", "field", "fileObject", "fileProperty", "fileSet", "format", "includes",
            "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
            "repeated", "replace", "separator", "source", "subField", "transform"
        }) {
            terms.put(term, "cr:" + term);
        }
        return terms;
    }
}
