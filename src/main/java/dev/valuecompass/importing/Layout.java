package dev.valuecompass.importing;

import dev.valuecompass.io.Json;
import dev.valuecompass.io.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How a platform lays out what it publishes, as data: its file names and its names for our dimensions.
 *
 * @param name of the platform, with its address
 * @param countries its country codes that are not ISO 3166-1, by code
 */
record Layout(
        String name,
        String licence,
        Heatmap heatmap,
        String models,
        Map<String, String> countries,
        List<SystemFiles> systems) {

    /** The file of culture fits, and what its numbers are. */
    public record Heatmap(String file, String formula) {}

    /**
     * The files of one value system.
     *
     * @param evolved whether the platform says that it evolves the items
     * @param dimensions our id by the platform's name
     */
    public record SystemFiles(
            String system, String scores, String cases, boolean evolved, Map<String, String> dimensions) {
        TreeSet<String> names() {
            return new TreeSet<>(dimensions.keySet());
        }
    }

    /** The one that ships for this platform. */
    static Layout named(String platform) {
        String resource = "/importing/" + platform + ".json";
        return Json.parse(Resource.text(resource), Layout.class, resource);
    }
}
