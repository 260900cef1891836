package dev.valuecompass.llm.batch;

import dev.valuecompass.io.DataException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a provider calls its batches and files. It becomes part of an address, so that not every text will do. */
final class Ids {
    private static final Pattern ID = Pattern.compile("(?:(?:files|batches)/)?\\w[\\w.:-]{0,199}");
    private static final int SHOWN = 300;

    private Ids() {}

    /** @throws DataException when it is none */
    static String of(JsonNode node) {
        String id = node.asString("");
        if (!ID.matcher(id).matches()) {
            throw new DataException(
                    "response of the provider", "names no batch or file: '" + shortened(id) + "'", "ask the provider");
        }
        return id;
    }

    static String shortened(String text) {
        String flat = text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return flat.length() <= SHOWN ? flat : flat.substring(0, flat.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }
}
