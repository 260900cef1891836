package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.io.DataException;
import dev.valuecompass.scores.validity.Conditions;
import dev.valuecompass.scores.validity.Conditions.Asked;
import dev.valuecompass.scores.validity.Conditions.Condition;
import dev.valuecompass.scores.validity.Conditions.OfSystem;
import dev.valuecompass.snapshot.Rounding;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other wordings, personas and languages did to answers, {@code evidence/<period>/conditions.json}. */
public final class ConditionsFile {
    static final EvidenceFile<Conditions> FILE = new EvidenceFile<>(
            "conditions.json",
            Conditions.class,
            Conditions.VERSION,
            told -> told.systems().stream().allMatch(ConditionsFile::sound),
            "ask again");

    private ConditionsFile() {}

    /**
     * Writes what was read in the answers, with what follows from it. Answers of simulated models give way to later ones.
     *
     * @param asked by system
     * @param dollars that the answers cost; null when unknown
     * @throws DataException when others are there
     */
    public static Conditions write(Path data, String period, Map<String, Asked> asked, Double dollars) {
        PeriodStore store = new PeriodStore(data);
        Snapshot snapshot = store.snapshot(period);
        Conditions told = of(snapshot, store.digest(period), asked, dollars);
        FILE.write(data, told, before -> true, "there are other answers already", "move the file away, then ask again");
        return told;
    }

    /**
     * Figures are worked out anew from the rows. Empty where nothing was asked, or the period was revised since.
     *
     * @throws DataException when the file is not what this program writes
     */
    public static Optional<Conditions> read(Path data, Snapshot snapshot) {
        return FILE.read(data, snapshot).map(ConditionsFile::anew);
    }

    /** The same with figures that follow from its rows. */
    static Conditions anew(Conditions told) {
        return Rounding.frozen(new Conditions(
                told.version(),
                told.period(),
                told.revision(),
                told.frozen(),
                told.synthetic(),
                told.dollars(),
                told.systems().stream()
                        .map(one -> OfSystem.of(one.system(), one.values(), one.asked()))
                        .toList()));
    }

    private static Conditions of(Snapshot snapshot, String digest, Map<String, Asked> asked, Double dollars) {
        return Rounding.frozen(new Conditions(
                Conditions.VERSION,
                snapshot.period(),
                snapshot.revision(),
                digest,
                snapshot.synthetic(),
                dollars,
                snapshot.systems().stream()
                        .map(result -> result.system())
                        .filter(system -> asked.containsKey(system.id()))
                        .map(system -> OfSystem.of(system.id(), system.dimensionIds(), asked.get(system.id())))
                        .toList()));
    }

    /** Whether every model has a row for each answer under each condition. */
    private static boolean sound(OfSystem system) {
        if (system == null || system.system() == null || system.values() == null || system.asked() == null) {
            return false;
        }
        Asked asked = system.asked();
        if (asked.questions() == null
                || asked.items() == null
                || asked.conditions() == null
                || asked.rows() == null
                || asked.repetitions() < 1
                || !(asked.level() > 0 && asked.level() < 1)
                || asked.questions().values().stream().anyMatch(n -> n == null || n < 1)
                || asked.unread().entrySet().stream()
                        .anyMatch(one -> !one.getKey().matches("[a-z]{2}") || one.getValue() == null)) {
            return false;
        }
        List<Condition> conditions = asked.conditions();
        if (conditions.isEmpty()
                || conditions.contains(null)
                || !Conditions.AS_IT_IS.equals(conditions.get(0).kind())
                || conditions.stream().skip(1).anyMatch(one -> !Conditions.KINDS.contains(one.kind()))) {
            return false;
        }
        List<String> ids = conditions.stream().map(Condition::id).toList();
        int rows = asked.items().size() * asked.repetitions();
        return new HashSet<>(ids).size() == ids.size()
                && asked.rows().values().stream()
                        .allMatch(model -> model != null
                                && model.keySet().equals(new HashSet<>(ids))
                                && model.values().stream()
                                        .allMatch(labels -> LabelRows.sound(
                                                labels, rows, system.values().size())));
    }
}
