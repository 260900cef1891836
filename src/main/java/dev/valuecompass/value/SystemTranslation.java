package dev.valuecompass.value;

import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.yaml.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names and definitions of a value system in one language. What is left out stays in English.
 *
 * @param name empty when left out; so with all texts
 * @param dimensions by id
 * @param groups by id
 * @param categories names of tasks and categories, by id
 */
record SystemTranslation(
        String name,
        String summary,
        Map<String, Wording> dimensions,
        Map<String, Wording> groups,
        Map<String, String> categories) {

    /** Each empty when left out. */
    public record Wording(String name, String definition) {
        static final Wording NONE = new Wording("", "");
    }

    /** @param map one language below {@code translations} */
    static SystemTranslation read(YamlMap map, ValueSystem system) {
        SystemTranslation translation = new SystemTranslation(
                map.text("name", ""),
                map.text("summary", ""),
                wordings(map.section("dimensions"), system.dimensionIds()),
                wordings(
                        map.section("groups"),
                        system.groups().stream().map(Group::id).toList()),
                names(map.section("categories")));
        map.done();
        return translation;
    }

    private static Map<String, Wording> wordings(YamlMap map, List<String> ids) {
        Map<String, Wording> wordings = new LinkedHashMap<>();
        for (String id : map.keys()) {
            if (!ids.contains(id)) {
                map.report(id, "unknown id '" + id + "' in a translation", NearestName.remedy(id, ids));
            }
            YamlMap one = map.section(id);
            wordings.put(id, new Wording(one.text("name", ""), one.text("definition", "")));
            one.done();
        }
        map.done();
        return wordings;
    }

    private static Map<String, String> names(YamlMap map) {
        Map<String, String> names = new LinkedHashMap<>();
        map.keys().forEach(id -> names.put(id, map.text(id)));
        map.done();
        return names;
    }

    /**
     * A system in this language. A text of it that is not the one that was translated stays as it is: a period keeps
     * the definitions that it was made with.
     *
     * @param frozen as a period has it
     * @param own the one that this translates
     */
    ValueSystem of(ValueSystem frozen, ValueSystem own) {
        return ValueSystemFields.copy(frozen)
                .name(chosen(name, frozen.name(), own.name()))
                .summary(chosen(summary, frozen.summary(), own.summary()))
                .dimensions(frozen.dimensions().stream()
                        .map(one -> own.dimension(one.id())
                                .map(other -> dimension(one, other))
                                .orElse(one))
                        .toList())
                .groups(frozen.groups().stream().map(one -> group(one, own)).toList())
                .build();
    }

    private Dimension dimension(Dimension frozen, Dimension own) {
        Wording wording = dimensions.getOrDefault(own.id(), Wording.NONE);
        String translated = chosen(wording.name(), frozen.name(), own.name());
        return new Dimension(
                frozen.id(),
                translated,
                // Most names in ideographs are short enough for narrow columns as they are.
                translated.equals(frozen.name())
                                || translated.codePointCount(0, translated.length()) > Dimension.SHORT_NAME
                        ? frozen.shortName()
                        : translated,
                chosen(wording.definition(), frozen.definition(), own.definition()),
                frozen.keywords(),
                frozen.opposite(),
                frozen.source(),
                frozen.tasks().stream().map(this::task).toList());
    }

    private Dimension.Task task(Dimension.Task task) {
        return new Dimension.Task(
                task.id(),
                categories.getOrDefault(task.id(), task.name()),
                task.categories().stream()
                        .map(one -> new Dimension.Category(one.id(), categories.getOrDefault(one.id(), one.name())))
                        .toList());
    }

    private Group group(Group frozen, ValueSystem own) {
        Wording wording = groups.getOrDefault(frozen.id(), Wording.NONE);
        return own.groups().stream()
                .filter(one -> one.id().equals(frozen.id()))
                .findFirst()
                .map(one -> new Group(
                        frozen.id(),
                        chosen(wording.name(), frozen.name(), one.name()),
                        chosen(wording.definition(), frozen.definition(), one.definition()),
                        frozen.dimensions()))
                .orElse(frozen);
    }

    private static String chosen(String translated, String frozen, String own) {
        return !translated.isEmpty() && frozen.equals(own) ? translated : frozen;
    }
}
