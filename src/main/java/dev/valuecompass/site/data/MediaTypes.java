package dev.valuecompass.site.data;

import java.util.Map;

/** Media types of the published files, by the end of their names. */
final class MediaTypes {
    private static final Map<String, String> TYPES = Map.of(
            "zip", "application/zip",
            "csv", "text/csv",
            "json", "application/json",
            "jsonl", "application/jsonlines",
            "jsonld", "application/ld+json",
            "md", "text/markdown",
            "cff", "application/yaml");

    private MediaTypes() {}

    /** By the ending of a file's name; {@code text/plain} for one that is not known. */
    static String of(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    }
}
