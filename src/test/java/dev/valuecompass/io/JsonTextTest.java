package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void everyCharacterIsWrittenAsTheMapperWritesIt() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            all.append((char) c);
        }
        assertThat(new JsonText(0).value(all.toString()).toString()).isEqualTo(Json.line(all.toString()));
    }

    @Test
    void nestedValuesAreSeparatedAsTheMapperSeparatesThem() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a", List.of());
        value.put("b", Arrays.asList("x\n", null, 7, 0.1, 1.0E-7, true, Map.of()));
        value.put("c", Map.of("d", "\"quoted\""));
        JsonText text = new JsonText(0).begin('{').name("a").begin('[').end(']');
        text.name("b").begin('[').value("x\n").value(null).scalar(7).scalar(0.1).scalar(1.0E-7);
        text.scalar(true).begin('{').end('}').end(']');
        text.name("c").begin('{').name("d").value("\"quoted\"").end('}').end('}');
        assertThat(text.toString()).isEqualTo(Json.line(value));
    }

    @Test
    void numbersThatJsonDoesNotHaveAreRefused() {
        JsonText text = new JsonText(0);
        assertThatThrownBy(() -> text.scalar(Double.NaN)).hasMessageContaining("NaN");
    }
}
