package dev.valuecompass.config;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** File names in the configuration: relative to the data folder, and never outside of it. */
final class LocalFile {
    private static final Pattern SHAPE = Pattern.compile("[^/\\\\:*?\"<>|]++(?:/[^/\\\\:*?\"<>|]++)*+");

    private final DataFolder folder;

    LocalFile(DataFolder folder) {
        this.folder = folder;
    }

    /** The name of a file that must be given and exist; anything else is reported. */
    String required(YamlMap map, String key) {
        map.required(key);
        return check(map, key, map.text(key, ""));
    }

    /** The names of files that must exist, each once; anything else is reported. */
    List<String> all(YamlMap map, String key) {
        return map.texts(key).stream()
                .distinct()
                .map(name -> check(map, key, name))
                .toList();
    }

    private String check(YamlMap map, String key, String name) {
        if (name.isEmpty()) {
            return name;
        }
        if (!SHAPE.matcher(name).matches() || Arrays.asList(name.split("/")).contains("..")) {
            map.report(
                    key,
                    "'" + key + "' is not a file of the data folder: '" + name + "'",
                    "give a path relative to the data folder, with forward slashes and without '..'");
        } else if (Files.isDirectory(folder.own().resolve(name))) {
            map.report(key, "'" + name + "' is a folder", "name a file in it");
        } else if (folder.find(name).isEmpty()) {
            map.report(key, "no such file: '" + name + "'", remedy(name));
        }
        return name;
    }

    private String remedy(String name) {
        int slash = name.lastIndexOf('/');
        String parent = name.substring(0, slash + 1);
        int dot = name.lastIndexOf('.');
        List<String> there =
                folder.list(parent.isEmpty() ? "." : parent, dot > slash ? name.substring(dot) : "").stream()
                        .map(Path::getFileName)
                        .map(file -> parent + file)
                        .toList();
        if (!there.isEmpty()) {
            return NearestName.remedy(name, there);
        }
        return Stream.of("topics/", "simulated/")
                .map(place -> place + name)
                .filter(file -> folder.find(file).isPresent())
                .findFirst()
                .map(file -> "did you mean '" + file + "'?")
                .orElse("create it in " + folder.own());
    }
}
