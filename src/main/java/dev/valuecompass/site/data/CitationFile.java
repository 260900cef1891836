package dev.valuecompass.site.data;

import dev.valuecompass.io.Json;

/** {@code CITATION.cff} (Citation File Format 1.2.0) of a period. Texts are written as JSON strings, which YAML reads. */
final class CitationFile {
    private CitationFile() {}

    /** @param digest SHA-256 of {@code snapshot.json}; may be empty */
    static String write(DatasetFacts facts, String digest) {
        StringBuilder cff = new StringBuilder("cff-version: 1.2.0\n");
        line(cff, "message", "If you use these figures, name the period and its revision.");
        line(cff, "type", "dataset");
        line(cff, "title", facts.name());
        cff.append("authors:\n  - name: ").append(Json.line(facts.creator())).append('\n');
        line(cff, "version", facts.version());
        line(cff, "date-released", facts.date());
        line(cff, "abstract", facts.description());
        Licences.id(facts.licence()).ifPresent(id -> line(cff, "license", id));
        if (facts.address() != null) {
            line(cff, "url", facts.address());
        }
        if (!digest.isEmpty()) {
            cff.append("identifiers:\n  - type: other\n    value: \"sha256:")
                    .append(digest)
                    .append("\"\n    description: of snapshot.json\n");
        }
        return cff.toString();
    }

    private static void line(StringBuilder cff, String key, String text) {
        cff.append(key).append(": ").append(Json.line(text)).append('\n');
    }
}
