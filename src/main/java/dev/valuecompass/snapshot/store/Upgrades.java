package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.snapshot.Snapshot;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings {@code snapshot.json} of an older version to the present one, a version at a time, when it is read. The files
 * themselves stay as they were frozen.
 */
final class Upgrades {
    private final int current;
    private final Map<Integer, UnaryOperator<ObjectNode>> steps;

    /** @param steps by the version they start from; there is one for every version before {@code current} */
    Upgrades(int current, Map<Integer, UnaryOperator<ObjectNode>> steps) {
        this.current = current;
        this.steps = Map.copyOf(steps);
        for (int version = 1; version < current; version++) {
            if (!steps.containsKey(version)) {
                throw new IllegalArgumentException("no upgrade from version " + version);
            }
        }
    }

    /** The upgrades of this program. */
    static Upgrades known() {
        return new Upgrades(Snapshot.SCHEMA_VERSION, Map.of(1, Upgrades::fromFirst, 2, Upgrades::fromSecond));
    }

    /** What version 1 did not write down stays unknown; the interval that it called {@code read} gets its name. */
    private static ObjectNode fromFirst(ObjectNode snapshot) {
        snapshot.putNull("previous");
        for (JsonNode model : snapshot.path("models")) {
            if (model instanceof ObjectNode entry) {
                entry.putNull("source");
            }
        }
        for (JsonNode system : snapshot.path("systems")) {
            for (JsonNode cell : system.path("scores")) {
                if (cell instanceof ObjectNode score && score.has("read")) {
                    score.set("intervalWithRecognizerError", score.remove("read"));
                }
            }
        }
        if (snapshot.path("run") instanceof ObjectNode run) {
            run.putNull("casesPerDimension");
        }
        return snapshot;
    }

    /** Version 2 drew single items, gave every model its figures, and scored neither refusals nor what a filter stopped. */
    private static ObjectNode fromSecond(ObjectNode snapshot) {
        for (JsonNode system : snapshot.path("systems")) {
            if (system instanceof ObjectNode result) {
                result.putNull("evolved");
            }
            for (JsonNode cell : system.path("scores")) {
                if (cell instanceof ObjectNode score) {
                    score.putNull("designEffect");
                }
            }
        }
        if (snapshot.path("run") instanceof ObjectNode run) {
            run.putNull("filteredConforms");
            if (run.path("scoring") instanceof ObjectNode scoring) {
                scoring.put("resampled", ResampledUnit.ITEM.name()).put("minimumCoverage", 0.0);
            }
        }
        return snapshot;
    }

    /** The version in which it was written; 0 where it does not say. */
    static int version(JsonNode json) {
        return json.path("schemaVersion").asInt(0);
    }

    /** @throws DataException when the version is missing, not a version, or newer than the program */
    ObjectNode apply(JsonNode json, String place, int line) {
        JsonNode version = json.get("schemaVersion");
        if (!(json instanceof ObjectNode object) || version == null || !version.isInt() || version.intValue() < 1) {
            throw new DataException(
                    place,
                    line,
                    "no schemaVersion, or not a whole number from 1",
                    "restore the file; it does not look like a snapshot");
        }
        int from = version.intValue();
        if (from > current) {
            throw new DataException(
                    place,
                    line,
                    "schemaVersion " + from + " is newer than this program reads (up to " + current + ")",
                    "update the program");
        }
        ObjectNode upgraded = object;
        for (int v = from; v < current; v++) {
            upgraded = steps.get(v).apply(upgraded).put("schemaVersion", v + 1);
        }
        return upgraded;
    }
}
