package dev.valuecompass.llm.openai;

import tools.jackson.databind.JsonNode;

/** Azure's filter reports: a category counts when it filtered, not when it merely detected something. */
final class ContentFilter {
    private ContentFilter() {}

    static boolean filtered(JsonNode report) {
        if (report.isObject()) {
            if (report.path("filtered").asBoolean(false)) {
                return true;
            }
            for (JsonNode category : report.values()) {
                if (category.path("filtered").asBoolean(false)) {
                    return true;
                }
            }
        }
        return false;
    }
}
