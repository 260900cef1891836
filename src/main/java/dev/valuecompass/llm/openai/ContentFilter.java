package dev.valuecompass.llm.openai;

import tools.jackson.databind.JsonNode;

/** Azure's filter reports: a category or a list counts when it filtered, not when it merely detected something. */
final class ContentFilter {
    private ContentFilter() {}

    /** @param report an object of categories, or a list of them */
    static boolean filtered(JsonNode report) {
        return acted(report) || report.valueStream().anyMatch(ContentFilter::acted);
    }

    /** Block lists are a list in their category. */
    private static boolean acted(JsonNode category) {
        return category.path("filtered").asBoolean(false)
                || category.isArray()
                        && category.valueStream()
                                .anyMatch(one -> one.path("filtered").asBoolean(false));
    }
}
