package dev.valuecompass.items;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published dataset whose shape is known, from {@code data/item-sources/}.
 *
 * @param address where it is published
 * @param file the one of its files that holds the items
 * @param licence as its publisher states it
 */
public record ItemSource(String name, String address, String file, String licence, PoolColumns columns) {
    private static final String FOLDER = "item-sources";
    private static final String ENDING = ".yml";

    /** @throws DataException when there is no such source, or with every mistake in its file */
    public static ItemSource named(String id, DataFolder data) {
        List<String> known = data.list(FOLDER, ENDING).stream()
                .map(Path::getFileName)
                .map(name -> name.toString().replace(ENDING, ""))
                .toList();
        if (!known.contains(id)) {
            throw new DataException(FOLDER, "no source is called '" + id + "'", NearestName.remedy(id, known));
        }
        Defects defects = new Defects();
        YamlMap file = Yaml.read(data.file(FOLDER + "/" + id + ENDING), defects);
        file.required("text");
        YamlMap words = file.section("map");
        Map<String, String> dimensions = new TreeMap<>();
        words.keys().forEach(word -> dimensions.put(word, words.text(word)));
        ItemSource source = new ItemSource(
                file.text("name"),
                file.text("address", ""),
                file.text("file", ""),
                file.text("licence", ""),
                new PoolColumns(
                        file.text("items", ""),
                        file.text("id", ""),
                        file.text("dimension", ""),
                        file.text("category", ""),
                        file.text("text"),
                        dimensions));
        words.done();
        file.done();
        defects.refuse(DataException::new);
        return source;
    }
}
