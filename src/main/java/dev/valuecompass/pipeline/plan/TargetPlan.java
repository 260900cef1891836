package dev.valuecompass.pipeline.plan;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.items.Item;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.scores.validity.Reliability;
import dev.valuecompass.scores.validity.ValueValidity;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many items each value needs for a reliability, and what asking so many costs, answers and their reading together, as if
 * nothing were stored. Items of one kind for more reliability: Spearman (1910) and Brown (1910).
 *
 * @param target reliability, in (0, 1)
 * @param period whose frozen reliability it rests on; null where none is frozen
 * @param synthetic whether that period has figures of simulated models
 * @param values in the order of the leaderboard and of its systems
 * @param systems all values of a system at once
 */
public record TargetPlan(
        double target, String period, boolean synthetic, List<ValueNeed> values, List<SystemNeed> systems) {
    /**
     * How alike two items on a value are taken to rank models where no period tells: a third of what questionnaires should
     * reach at least (Clark & Watson 1995), since one answer in free text says less than a rating.
     */
    public static final double PRIOR_CORRELATION = 0.05;

    private static final int PLACES = 6;

    /**
     * One value.
     *
     * @param asked items of this plan that ask for it
     * @param measured items that {@code reliability} was found with; null where it is the prior, and then it is that of one item
     * @param reliability of so many items
     * @param needed items; null where no number would do, since reliability is not above 0
     * @param calls to endpoints, those that cost nothing included; null with {@code needed}
     * @param dollars null with {@code needed}, and where a model has no price
     */
    public record ValueNeed(
            String system,
            String value,
            int asked,
            Integer measured,
            double reliability,
            Long needed,
            Long calls,
            BigDecimal dollars) {}

    /**
     * Every value of a system. Items of a kind, those that ask for the same values, are taken as often as the value that
     * needs most of them wants.
     *
     * @param unreachable values that no number of items would do for; they are left out of account
     */
    public record SystemNeed(String system, long items, long calls, BigDecimal dollars, List<String> unreachable) {}

    /** What one item of a system takes: calls, and dollars or null. */
    private record ItemCost(double calls, BigDecimal dollars) {
        Long calls(long items) {
            return Math.round(Math.ceil(calls * items - 1e-9));
        }

        BigDecimal dollars(long items) {
            return dollars == null
                    ? null
                    : dollars.multiply(BigDecimal.valueOf(items)).setScale(PLACES, RoundingMode.HALF_UP);
        }
    }

    /** Reads the last period that was frozen up to that of the setting; sends nothing. @param target in (0, 1) */
    static TargetPlan of(RunSetting setting, double target) {
        PeriodStore store = new PeriodStore(setting.data().own());
        Optional<PeriodValidity> told = store.periods().stream()
                .filter(period -> period.compareTo(setting.period()) <= 0)
                .reduce((one, later) -> later)
                .map(period -> PeriodValidity.of(store.read(period)));
        List<ItemSets> sets = ItemSets.choose(setting);
        return of(sets, new Forecast(setting, StoredWork.nothing()).asking(sets), told, target);
    }

    /** @param stages what asking all of the items takes @param told of the period that it rests on */
    static TargetPlan of(List<ItemSets> sets, List<Plan.Stage> stages, Optional<PeriodValidity> told, double target) {
        List<ValueNeed> values = new ArrayList<>();
        List<SystemNeed> systems = new ArrayList<>();
        for (ItemSets set : sets) {
            ItemCost cost = cost(set, stages);
            List<ValueNeed> ofSystem = set.system().dimensionIds().stream()
                    .map(value -> need(set, value, told, target, cost))
                    .toList();
            values.addAll(ofSystem);
            systems.add(together(set, ofSystem, cost));
        }
        return new TargetPlan(
                target,
                told.map(PeriodValidity::period).orElse(null),
                told.map(PeriodValidity::synthetic).orElse(false),
                values,
                systems);
    }

    private static ItemCost cost(ItemSets set, List<Plan.Stage> stages) {
        List<Plan.Stage> here = stages.stream()
                .filter(stage -> stage.system().equals(set.system().id()))
                .toList();
        boolean unknown = here.stream().anyMatch(stage -> !stage.free() && stage.dollars() == null);
        int items = set.items().size();
        return new ItemCost(
                here.stream().mapToLong(Plan.Stage::calls).sum() / (double) items,
                unknown
                        ? null
                        : here.stream()
                                .map(Plan.Stage::dollars)
                                .filter(Objects::nonNull)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(items), 12, RoundingMode.HALF_UP));
    }

    private static ValueNeed need(
            ItemSets set, String value, Optional<PeriodValidity> told, double target, ItemCost cost) {
        Optional<Reliability> found = told.stream()
                .flatMap(validity -> validity.systems().stream())
                .filter(system -> system.system().equals(set.system().id()))
                .flatMap(system -> system.values().stream())
                .filter(one -> one.value().equals(value))
                .map(ValueValidity::reliability)
                .filter(reliability -> reliability != null && reliability.coefficient() != null)
                .findFirst();
        double reliability = found.map(Reliability::coefficient).orElse(PRIOR_CORRELATION);
        Long needed = Reliability.needed(found.map(Reliability::items).orElse(1), reliability, target);
        return new ValueNeed(
                set.system().id(),
                value,
                (int) set.items().stream()
                        .filter(item -> item.dimensions().contains(value))
                        .count(),
                found.map(Reliability::items).orElse(null),
                reliability,
                needed,
                needed == null ? null : cost.calls(needed),
                needed == null ? null : cost.dollars(needed));
    }

    private static SystemNeed together(ItemSets set, List<ValueNeed> values, ItemCost cost) {
        Map<String, Double> times = new HashMap<>();
        values.stream()
                .filter(value -> value.needed() != null && value.asked() > 0)
                .forEach(value -> times.put(value.value(), value.needed() / (double) value.asked()));
        Map<Set<String>, Long> kinds = set.items().stream()
                .map(Item::dimensions)
                .collect(Collectors.groupingBy(Set::copyOf, Collectors.counting()));
        long items = kinds.entrySet().stream()
                .mapToLong(kind -> (long) Math.ceil(kind.getValue()
                                * kind.getKey().stream()
                                        .mapToDouble(value -> times.getOrDefault(value, 0.0))
                                        .max()
                                        .orElse(0)
                        - 1e-9))
                .sum();
        return new SystemNeed(
                set.system().id(),
                items,
                cost.calls(items),
                cost.dollars(items),
                values.stream()
                        .filter(value -> value.needed() == null)
                        .map(ValueNeed::value)
                        .toList());
    }

    String text() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "Items for a reliability of %s%n", Decimals.of(target, 2)));
        text.append(String.format(
                Locale.ROOT,
                "%-10s %-24s %8s %12s %8s %10s %12s%n",
                "system",
                "value",
                "asked",
                "reliability",
                "needed",
                "calls",
                "dollars"));
        values.forEach(value -> text.append(String.format(
                Locale.ROOT,
                "%-10s %-24s %8d %12s %8s %10s %12s%n",
                value.system(),
                value.value(),
                value.asked(),
                value.measured() == null ? "unknown" : Decimals.of(value.reliability(), 2),
                value.needed() == null ? "none" : value.needed(),
                value.needed() == null ? "-" : value.calls(),
                value.needed() == null ? "-" : dollars(value.dollars()))));
        systems.forEach(system -> text.append(String.format(
                Locale.ROOT,
                "%-10s %-24s %8s %12s %8d %10d %12s%n",
                system.system(),
                "all values at once",
                "",
                "",
                system.items(),
                system.calls(),
                dollars(system.dollars()))));
        return text.append(ground()).toString();
    }

    private static String dollars(BigDecimal dollars) {
        return dollars == null
                ? "unknown"
                : dollars.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    private String ground() {
        List<String> grounds = new ArrayList<>();
        if (values.stream().anyMatch(value -> value.measured() != null)) {
            grounds.add("reliability is that of period " + period
                    + (synthetic ? ", which has simulated models: real ones may need more or fewer items" : ""));
        }
        if (values.stream().anyMatch(value -> value.measured() == null)) {
            grounds.add("where it is unknown, any two items are taken to correlate by "
                    + Decimals.of(PRIOR_CORRELATION, 2));
        }
        if (values.stream().anyMatch(value -> value.needed() == null)) {
            grounds.add("none: models differed no more than chance makes them, so no number of such items would do");
        }
        grounds.add("all costs are those of new items of the same kind, with nothing stored");
        return String.join("; ", grounds);
    }
}
