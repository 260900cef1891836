package dev.valuecompass.importing.exchange;

import dev.valuecompass.io.DataException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The names that the two sides of Every Eval Ever share.
 *
 * <p>The format is that of github.com/evaleval/every_eval_ever, {@code eval.schema.json} and
 * {@code instance_level_eval.schema.json}, as of version {@value #VERSION}.
 */
final class EveryEval {
    static final String VERSION = "0.3.0";
    /** Before the name of each of our values, and of our metrics. */
    static final String OURS = "value-compass.";

    static final String CONFORMITY = OURS + "conformity";
    static final String CORRECTED = OURS + "corrected";
    static final String WIN_RATE = OURS + "win-rate";

    /** Versions whose fields mean the same to us. */
    private static final List<String> READ = List.of("0.2.", "0.3.");

    private EveryEval() {}

    /** The name of an evaluation: a value of ours. */
    static String name(String system, String dimension) {
        return OURS + system + "." + dimension;
    }

    /** @throws DataException when the record is of a version that is not read */
    static void refuseOther(JsonNode record, String place) {
        String version = record.path("schema_version").asString("");
        if (version.isEmpty()) {
            throw new DataException(
                    place, "has no schema_version", "give a file of Every Eval Ever, such as its converters write");
        }
        if (READ.stream().noneMatch(version::startsWith)) {
            throw new DataException(
                    place,
                    "is of version '" + version + "' of Every Eval Ever",
                    "versions 0.2 and 0.3 are read; convert it");
        }
    }
}
