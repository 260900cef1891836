package dev.valuecompass.site.item;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Gazetteer;

/**
 * What is known of countries.
 *
 * @param gazetteer which part of the world each lies in
 * @param map where each lies
 */
public record Atlas(Gazetteer gazetteer, WorldMap map) {
    public static Atlas read(DataFolder data) {
        return new Atlas(Gazetteer.read(data), WorldMap.read(data));
    }
}
