package dev.valuecompass.snapshot.check;

import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Group;
import dev.valuecompass.value.ValueSystem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The frozen definitions: every dimension, group and task once, and groups of known dimensions. */
final class SystemChecks {
    private final Snapshot snapshot;
    private final PlacedDefects defects;

    SystemChecks(Snapshot snapshot, PlacedDefects defects) {
        this.snapshot = snapshot;
        this.defects = defects;
    }

    void run() {
        for (int s = 0; s < snapshot.systems().size(); s++) {
            system("/systems/" + s + "/system", snapshot.systems().get(s).system());
        }
    }

    private void system(String at, ValueSystem system) {
        List<String> dimensions = system.dimensionIds();
        if (dimensions.isEmpty()) {
            defects.add(PeriodFiles.SNAPSHOT, at, "system '" + system.id() + "' has no dimension", "name at least one");
        }
        once(at + "/dimensions", "dimension", system, dimensions.stream());
        once(at + "/groups", "group", system, system.groups().stream().map(Group::id));
        once(
                at + "/dimensions",
                "task",
                system,
                system.dimensions().stream()
                        .map(Dimension::tasks)
                        .flatMap(List::stream)
                        .map(Dimension.Task::id));
        for (Group group : system.groups()) {
            if (!dimensions.containsAll(group.dimensions())) {
                defects.add(
                        PeriodFiles.SNAPSHOT,
                        at + "/groups",
                        "group '" + group.id() + "' of " + system.id() + " has an unknown dimension",
                        "its dimensions are among " + String.join(", ", dimensions));
            }
        }
    }

    private void once(String at, String what, ValueSystem system, Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.filter(id -> !seen.add(id))
                .distinct()
                .forEach(id -> defects.add(
                        PeriodFiles.SNAPSHOT,
                        at,
                        what + " '" + id + "' of " + system.id() + " stands twice",
                        "keep one"));
    }
}
