package dev.valuecompass.value;

import dev.valuecompass.io.ByName;
import java.util.List;

/**
 * Cultures measured with one instrument, the only ones that may stand in one comparison.
 *
 * @param system the value system that the instrument measures
 * @param scale what the numbers mean, with unit and range
 * @param licence what the source allows
 * @param source a reference, in the language that it was published in
 * @param notes what a reader must know before using the figures
 * @param language that the other texts are in, as its tag
 */
@ByName
public record CultureSeries(
        String id,
        String name,
        String system,
        String instrument,
        String scale,
        String source,
        String licence,
        List<String> notes,
        List<Culture> cultures,
        String language) {}
