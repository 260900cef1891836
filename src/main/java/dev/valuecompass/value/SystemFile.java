package dev.valuecompass.value;

import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.io.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one file of {@code value-systems/}. */
final class SystemFile {
    private final YamlMap root;

    /** @param translations by tag of the language */
    record TranslatedSystem(ValueSystem system, ReaderSettings reader, Map<String, SystemTranslation> translations) {}

    private SystemFile(YamlMap root) {
        this.root = root;
    }

    static TranslatedSystem read(YamlMap root) {
        return new SystemFile(root).read();
    }

    private TranslatedSystem read() {
        List<Dimension> dimensions = dimensions();
        ValueSystem system = ValueSystemFields.builder()
                .id(root.id("id"))
                .name(root.text("name"))
                .summary(root.text("summary"))
                .reading(root.choice("reading", ScoreMeaning.class).orElse(null))
                .elicitation(root.choice("elicitation", Elicitation.class).orElse(null))
                .measures(root.choice("measures", Measures.class).orElse(null))
                .circular(root.flag("circular", false))
                .evolving(root.flag("evolving", false))
                .dimensions(dimensions)
                .groups(groups(dimensions.stream().map(Dimension::id).toList()))
                .sources(root.texts("sources"))
                .build();
        if (system.sources().isEmpty()) {
            root.report("sources", "'sources' is missing or empty", "name at least one publication");
        }
        Map<String, SystemTranslation> translations = new LinkedHashMap<>();
        YamlMap languages = root.section("translations");
        languages
                .keys()
                .forEach(code -> translations.put(code, SystemTranslation.read(languages.section(code), system)));
        ReaderSettings reader = ReaderSettings.read(root.section("reader"));
        root.done();
        return new TranslatedSystem(system, reader, translations);
    }

    private List<Dimension> dimensions() {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> shortNames = new HashSet<>();
        Set<String> finer = new HashSet<>();
        List<Dimension> dimensions = new ArrayList<>();
        for (YamlMap map : root.maps("dimensions")) {
            Dimension dimension = dimension(map, finer);
            unique(map, "id", dimension.id(), ids);
            unique(map, "name", dimension.name(), names);
            unique(map, "short-name", dimension.shortName(), shortNames);
            dimensions.add(dimension);
        }
        return List.copyOf(dimensions);
    }

    private static Dimension dimension(YamlMap map, Set<String> finer) {
        Dimension dimension = new Dimension(
                map.id("id"),
                map.text("name"),
                map.text("short-name"),
                map.text("definition"),
                map.texts("keywords"),
                map.text("opposite", ""),
                map.text("source"),
                tasks(map, finer));
        if (dimension.shortName().codePointCount(0, dimension.shortName().length()) > Dimension.SHORT_NAME) {
            map.report(
                    "short-name",
                    "'short-name' is too long for narrow columns: '" + dimension.shortName() + "'",
                    "use at most " + Dimension.SHORT_NAME + " characters");
        }
        map.done();
        return dimension;
    }

    private static List<Dimension.Task> tasks(YamlMap dimension, Set<String> finer) {
        List<Dimension.Task> tasks = new ArrayList<>();
        for (YamlMap map : dimension.optionalMaps("tasks")) {
            String id = finerId(map, finer);
            String name = map.text("name");
            List<Dimension.Category> categories = new ArrayList<>();
            for (YamlMap category : map.maps("categories")) {
                categories.add(new Dimension.Category(finerId(category, finer), category.text("name")));
                category.done();
            }
            map.done();
            tasks.add(new Dimension.Task(id, name, List.copyOf(categories)));
        }
        return List.copyOf(tasks);
    }

    /** Ids of tasks and categories keep the capitals of their source, such as {@code C12}. */
    private static String finerId(YamlMap map, Set<String> seen) {
        String id = map.text("id");
        if (!id.isEmpty() && !id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}")) {
            map.report("id", "'id' is not a valid id: '" + id + "'", "use letters, digits and hyphens");
        }
        unique(map, "id", id, seen);
        return id;
    }

    private List<Group> groups(List<String> dimensions) {
        Set<String> ids = new HashSet<>();
        List<Group> groups = new ArrayList<>();
        for (YamlMap map : root.optionalMaps("groups")) {
            Group group = new Group(map.id("id"), map.text("name"), map.text("definition"), members(map, dimensions));
            unique(map, "id", group.id(), ids);
            map.done();
            groups.add(group);
        }
        return List.copyOf(groups);
    }

    private static List<String> members(YamlMap group, List<String> dimensions) {
        Set<String> seen = new HashSet<>();
        List<String> members = new ArrayList<>();
        for (YamlValue value :
                group.required("dimensions").flatMap(YamlValue::list).orElse(List.of())) {
            value.text().ifPresent(id -> {
                if (!dimensions.contains(id)) {
                    value.report("unknown dimension '" + id + "' in a group", NearestName.remedy(id, dimensions));
                } else if (!seen.add(id)) {
                    value.report("dimension '" + id + "' is twice in the group", "keep one");
                }
                members.add(id);
            });
        }
        return List.copyOf(members);
    }

    private static void unique(YamlMap map, String key, String value, Set<String> seen) {
        if (!value.isEmpty() && !seen.add(value)) {
            map.report(key, "'" + key + "' is used twice in this file: '" + value + "'", "choose another");
        }
    }
}
