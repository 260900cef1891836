package dev.valuecompass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/** Zenodo takes {@code .zenodo.json} before {@code CITATION.cff}: both must say the same. */
class ZenodoTest {
    @Test
    void bothDescriptionsOfTheProgramAgree() throws IOException {
        JsonNode zenodo = Json.tree(Files.readString(Path.of(".zenodo.json")), ".zenodo.json");
        Map<?, ?> citation = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("CITATION.cff")));

        assertThat(zenodo.get("upload_type").stringValue()).isEqualTo("software");
        assertThat(zenodo.get("title").stringValue()).isEqualTo(citation.get("title"));
        assertThat(zenodo.get("description").stringValue()).isEqualTo(citation.get("abstract"));
        assertThat(zenodo.get("license").stringValue()).isEqualTo(citation.get("license"));
        assertThat(zenodo.get("keywords").valueStream().map(JsonNode::stringValue))
                .isEqualTo(citation.get("keywords"));
        assertThat(citation.get("authors").toString())
                .contains(zenodo.get("creators").get(0).get("name").stringValue());
    }
}
