package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonPlaces;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The first place where a period differs from its frozen form.
 *
 * @param file relative to the period's folder
 * @param line of the frozen file; 0 when the file as a whole is meant
 */
record Difference(String file, int line, String what) {

    /** @param frozen every file but the checksums, by path; likewise {@code now} */
    static Optional<Difference> first(SortedMap<String, byte[]> frozen, SortedMap<String, byte[]> now) {
        SortedSet<String> names = new TreeSet<>(now.keySet());
        names.addAll(frozen.keySet());
        // The snapshot holds the figures, which tell a reader more than a changed line of an answer.
        return Stream.concat(Stream.of(PeriodFiles.SNAPSHOT), names.stream())
                .map(name -> between(name, frozen.get(name), now.get(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same where the lines of the frozen file are not those that were compared. */
    Difference withoutLine() {
        return new Difference(file, 0, what);
    }

    Defect refusal(Path folder, Snapshot frozen) {
        return new Defect(
                folder.resolve(file).toString(),
                line,
                "the frozen period " + frozen.period() + " would change: " + what,
                frozen.synthetic()
                        ? "its models are simulated, so it may be replaced: --replace-synthetic; or choose another --period"
                        : "a period is written once: undo the change, choose another --period, or publish a correction:"
                                + " compass run --reason TEXT, or compass rescore --reason TEXT, which asks no model under"
                                + " test (docs/corrections.md)");
    }

    private static Optional<Difference> between(String name, byte[] before, byte[] now) {
        if (before == null) {
            return Optional.of(new Difference(name, 0, "the file is new"));
        }
        if (now == null) {
            return Optional.of(new Difference(name, 0, "the file is gone"));
        }
        if (Arrays.equals(before, now)) {
            return Optional.empty();
        }
        String old = new String(before, StandardCharsets.UTF_8);
        String fresh = new String(now, StandardCharsets.UTF_8);
        return Optional.of(name.endsWith(".json") ? inDocument(name, old, fresh) : inLines(name, old, fresh));
    }

    private static Difference inDocument(String name, String old, String fresh) {
        return field("", Json.tree(old, name), Json.tree(fresh, name))
                .map(field -> new Difference(
                        name,
                        new JsonPlaces(old).line(field.pointer()),
                        field.pointer().substring(1).replace('/', '.') + " is " + field.before() + ", would be "
                                + field.after()))
                .orElse(new Difference(name, 0, "its layout"));
    }

    private static Difference inLines(String name, String old, String fresh) {
        List<String> before = old.lines().toList();
        List<String> after = fresh.lines().toList();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (!before.get(i).equals(after.get(i))) {
                return new Difference(name, i + 1, inLine(name, before.get(i), after.get(i)));
            }
        }
        return new Difference(name, 0, "it has " + before.size() + " lines, would have " + after.size());
    }

    private static String inLine(String name, String before, String after) {
        if (!name.endsWith(PeriodFiles.LINES)) {
            return "'" + brief(before) + "' would be '" + brief(after) + "'";
        }
        return field("", Json.tree(before, name), Json.tree(after, name))
                .map(field -> field.pointer().substring(1).replace('/', '.') + " is " + field.before() + ", would be "
                        + field.after())
                .orElse("its layout");
    }

    private record ChangedField(String pointer, String before, String after) {}

    private static Optional<ChangedField> field(String pointer, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (before.isObject() && after.isObject()) {
            SortedSet<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            for (String name : names) {
                if (before.has(name) && after.has(name)) {
                    Optional<ChangedField> inside = field(pointer + "/" + name, before.get(name), after.get(name));
                    if (inside.isPresent()) {
                        return inside;
                    }
                } else {
                    return Optional.of(
                            new ChangedField(pointer + "/" + name, shown(before.get(name)), shown(after.get(name))));
                }
            }
        }
        if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                Optional<ChangedField> inside = field(pointer + "/" + i, before.get(i), after.get(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        if (before.isArray() && after.isArray()) {
            return Optional.of(new ChangedField(pointer, before.size() + " entries", after.size() + " entries"));
        }
        return Optional.of(new ChangedField(pointer.isEmpty() ? "/" : pointer, shown(before), shown(after)));
    }

    private static String shown(JsonNode node) {
        return node == null ? "missing" : brief(node.toString());
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
