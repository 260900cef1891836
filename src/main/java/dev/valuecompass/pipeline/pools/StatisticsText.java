package dev.valuecompass.pipeline.pools;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.items.SetFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of item sets as a table for people. */
record StatisticsText(String period, List<ItemStatistics.SystemStatistics> systems) {
    private static final int SHOWN = 8;

    String text() {
        return "Items, period " + period + "\n"
                + systems.stream().map(StatisticsText::system).collect(Collectors.joining("\n"));
    }

    private static String system(ItemStatistics.SystemStatistics of) {
        StringBuilder text = new StringBuilder("\n");
        List<SetFigures> sets =
                Stream.concat(of.sets().stream(), of.references().stream()).toList();
        text.append(row(of.system(), sets, StatisticsText::name));
        text.append(row("items", sets, set -> Integer.toString(set.items())));
        text.append(row("mean words", sets, set -> number(set.meanWords(), 1)));
        text.append(row("Self-BLEU", sets, set -> number(set.selfBleu(), 3)));
        text.append(row("Distinct-2", sets, set -> number(set.distinct2(), 3)));
        text.append(row("mean similarity", sets, set -> number(set.similarity(), 3)));
        text.append(row("entropy, normalised", sets, set -> number(set.entropy(), 3)));
        text.append(row("informativeness", sets, set -> number(set.informativeness(), 3)));
        text.append(
                row("categories", sets, set -> Integer.toString(set.categories().size())));
        text.append(
                row("countries", sets, set -> Integer.toString(set.countries().size())));
        text.append(row("years", sets, set -> Integer.toString(set.years().size())));
        for (SetFigures set : of.sets()) {
            if (!set.kind().equals("all")) {
                text.append(most(set.kind() + ", countries: ", set.countries()));
                text.append(most(set.kind() + ", years: ", set.years()));
            }
        }
        for (String by : List.of("explorer", "region", "year")) {
            text.append(origins(
                    by,
                    of.origins().stream()
                            .filter(origin -> origin.by().equals(by))
                            .toList()));
        }
        return text.toString().stripTrailing();
    }

    /** Without the folder and the ending of a file. */
    private static String name(SetFigures set) {
        return set.kind().replaceAll("^.*/|\\.[^./]*$", "");
    }

    private static String row(String name, List<SetFigures> sets, Function<SetFigures, String> figure) {
        return String.format(Locale.ROOT, "%-22s", name)
                + sets.stream()
                        .map(set -> String.format(
                                Locale.ROOT, "%" + Math.max(12, name(set).length() + 2) + "s", figure.apply(set)))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String origins(String by, List<ItemOrigin> origins) {
        return origins.isEmpty()
                ? ""
                : String.format(
                                Locale.ROOT,
                                "  generated, by %-16s%8s%18s%10s\n",
                                by,
                                "items",
                                "informativeness",
                                "entropy")
                        + origins.stream()
                                .map(origin -> String.format(
                                        Locale.ROOT,
                                        "    %-25s%8d%18s%10s\n",
                                        origin.name(),
                                        origin.items(),
                                        number(origin.informativeness(), 3),
                                        number(origin.entropy(), 3)))
                                .collect(Collectors.joining());
    }

    private static String most(String name, Map<?, Integer> counts) {
        if (counts.isEmpty()) {
            return "";
        }
        String listed = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<?, Integer> count) -> -count.getValue()))
                .limit(SHOWN)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return "  " + name + listed + (counts.size() > SHOWN ? " and " + (counts.size() - SHOWN) + " more" : "") + "\n";
    }

    private static String number(Double value, int digits) {
        return value == null ? "–" : Decimals.of(value, digits);
    }
}
