package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.snapshot.Snapshot;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UpgradesTest {
    /** A program of the future, two versions on: version 2 renamed the title, version 3 added a field. */
    private static final Upgrades FUTURE = new Upgrades(
            3,
            Map.of(
                    1,
                            json -> {
                                json.set("name", json.remove("title"));
                                return json;
                            },
                    2, json -> json.put("added", json.get("name").asString() + "!")));

    private static JsonNode snapshot(int version) {
        return Json.tree("{\"schemaVersion\":" + version + ",\"title\":\"T\",\"name\":\"N\"}", "s.json");
    }

    @Test
    void oldVersionsAreBroughtUpStepByStep() {
        assertThat(FUTURE.apply(snapshot(1), "s.json", 1).toString())
                .isEqualTo("{\"schemaVersion\":3,\"name\":\"T\",\"added\":\"T!\"}");
        assertThat(FUTURE.apply(snapshot(2), "s.json", 1).get("added").asString())
                .isEqualTo("N!");
    }

    @Test
    void thePresentVersionIsLeftAlone() {
        assertThat(Upgrades.known().apply(snapshot(Snapshot.SCHEMA_VERSION), "s.json", 1))
                .isEqualTo(snapshot(Snapshot.SCHEMA_VERSION));
    }

    @Test
    void newerVersionsAreRefused() {
        assertThatThrownBy(() -> FUTURE.apply(snapshot(4), "s.json", 1))
                .isInstanceOf(DataException.class)
                .hasMessage("s.json:1: schemaVersion 4 is newer than this program reads (up to 3); update the program");
    }

    @Test
    void aStepThatIsMissingIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> new Upgrades(2, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
