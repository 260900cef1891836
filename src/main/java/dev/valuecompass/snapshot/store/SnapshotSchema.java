package dev.valuecompass.snapshot.store;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.JsonPlaces;
import dev.valuecompass.io.Resource;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.check.SnapshotCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Holds a snapshot against the JSON Schema (2020-12) that is published with it. */
final class SnapshotSchema {
    private static final String ID = "urn:value-compass:snapshot:" + Snapshot.SCHEMA_VERSION;
    private static final String RESOURCE = "/schema/snapshot.schema.json";

    private static final List<String> LINES = List.of("item", "label", "case", "gold");

    /** What makes a text unreadable as a snapshot; what the values mean is {@link SnapshotCheck}'s to say, and better. */
    private static final Set<String> SHAPE =
            Set.of("required", "type", "additionalProperties", "enum", "const", "anyOf");

    private final Schema schema;
    private final Map<String, Schema> lines = new TreeMap<>();

    private SnapshotSchema(SchemaRegistry registry) {
        this.schema = registry.getSchema(SchemaLocation.of(ID));
        for (String kind : LINES) {
            lines.put(kind, registry.getSchema(SchemaLocation.of(ID + "#/$defs/" + kind)));
        }
    }

    /** The schema of this program's version. */
    static SnapshotSchema shipped() {
        return Shipped.SCHEMA;
    }

    /** Made when it is first asked for: reading the schema takes longer than holding a snapshot against it. */
    private static final class Shipped {
        static final SnapshotSchema SCHEMA = new SnapshotSchema(SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, text()))));
    }

    /** The schema itself, for publishing. */
    static String text() {
        return Resource.text(RESOURCE);
    }

    /** Everything in which the JSON departs from the schema, as the validator says it. */
    List<String> violations(JsonNode json) {
        return schema.validate(json).stream().map(Error::toString).sorted().toList();
    }

    /** The same for one line of the other files. @param kind {@code item}, {@code label}, {@code case} or {@code gold} */
    List<String> violations(String kind, JsonNode json) {
        return lines.get(kind).validate(json).stream()
                .map(Error::toString)
                .sorted()
                .toList();
    }

    /** What makes the JSON unreadable as a snapshot, with the lines of {@code text}. */
    List<Defect> check(JsonNode json, String text, String place) {
        List<Error> errors = schema.validate(json);
        if (errors.isEmpty()) {
            return List.of();
        }
        JsonPlaces places = new JsonPlaces(text);
        List<Defect> defects = new ArrayList<>();
        for (Error error : errors) {
            if (SHAPE.contains(error.getKeyword())) {
                String pointer = error.getInstanceLocation().toString();
                defects.add(new Defect(
                        place,
                        places.line(pointer),
                        (pointer.isEmpty() ? "the snapshot" : pointer) + " " + error.getMessage(),
                        "see docs/snapshot-format.md"));
            }
        }
        return defects;
    }
}
