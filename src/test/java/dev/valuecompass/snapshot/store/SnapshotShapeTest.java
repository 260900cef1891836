package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import dev.valuecompass.snapshot.EvolvedPeriod;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The quick look at a snapshot lets nothing pass that the published schema calls misshapen. */
class SnapshotShapeTest {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final SnapshotSchema SCHEMA = SnapshotSchema.shipped();

    static List<Snapshot> snapshots() {
        return List.of(
                Canonical.of(SamplePeriod.evaluated()).snapshot(),
                Canonical.of(SamplePeriod.imported()).snapshot(),
                Canonical.of(EvolvedPeriod.frozen()).snapshot());
    }

    private static boolean fits(String json) {
        return SnapshotShape.shipped().fits(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void whatWasFrozenFits(Snapshot snapshot) {
        assertThat(fits(Json.pretty(snapshot))).isTrue();
        assertThat(fits(Json.line(snapshot))).isTrue();
    }

    /** Every value in turn is left out, made another, or gets a neighbour; what the schema then misses, the quick look misses too. */
    @ParameterizedTest
    @MethodSource("snapshots")
    void whatTheSchemaRefusesIsRefused(Snapshot snapshot) {
        JsonNode json = Json.tree(Json.line(snapshot), "s");
        List<String> laxer = new ArrayList<>();
        int[] refused = new int[1];
        spoilt(json, (spoilt, how) -> {
            String text = Json.line(spoilt);
            if (!SCHEMA.check(spoilt, text, "s").isEmpty()) {
                refused[0]++;
                if (fits(text)) {
                    laxer.add(how);
                }
            }
        });
        assertThat(laxer).isEmpty();
        assertThat(refused[0]).isGreaterThan(500);
    }

    private interface Look {
        void at(JsonNode spoilt, String how);
    }

    private static void spoilt(JsonNode root, Look look) {
        spoil(root, root, "", look);
    }

    private static void spoil(JsonNode root, JsonNode node, String place, Look look) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                object.remove(name);
                look.at(root, place + "/" + name + " left out");
                for (JsonNode other : others()) {
                    object.set(name, other);
                    look.at(root, place + "/" + name + " as " + other);
                }
                object.set(name, value);
                spoil(root, value, place + "/" + name, look);
            }
            object.put("surplus", 1);
            look.at(root, place + " with one field more");
            object.remove("surplus");
        } else if (node instanceof ArrayNode array) {
            // The first and the last entry stand for the others, which are of the same kind.
            for (int i : array.isEmpty() ? new int[0] : new int[] {0, array.size() - 1}) {
                JsonNode value = array.get(i);
                for (JsonNode other : others()) {
                    array.set(i, other);
                    look.at(root, place + "/" + i + " as " + other);
                }
                array.set(i, value);
                spoil(root, value, place + "/" + i, look);
            }
        }
    }

    private static List<JsonNode> others() {
        return List.of(
                MAKE.nullNode(),
                MAKE.stringNode("other"),
                MAKE.numberNode(-7),
                MAKE.numberNode(1e9),
                MAKE.numberNode(0.5),
                MAKE.booleanNode(true),
                MAKE.arrayNode(),
                MAKE.objectNode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "{\"schemaVersion\":1", "\u0000", "not JSON"})
    void whatIsNoSnapshotAtAllDoesNotFit(String text) {
        assertThat(fits(text)).isFalse();
    }

    @Test
    void nothingMayFollow() {
        String json = Json.line(snapshots().get(0));
        assertThat(fits(json + " \n")).isTrue();
        assertThat(fits(json + "{}")).isFalse();
        assertThat(fits(json.substring(0, json.length() - 1))).isFalse();
    }
}
