package dev.valuecompass.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at a publication from every side; each defect comes with the fix that would mend it. */
final class Inspection {
    /** One way of looking. Earlier ones explain more, so a field that one has found is passed over by the next. */
    @FunctionalInterface
    interface Check {
        Stream<PublicationDefect> inspect(Publication publication);
    }

    private static final List<Check> RULES = List.of(
            new SpacesRule(),
            new ModelFactsRule(),
            new ModelNamesRule(),
            new ColumnsRule(),
            new ScaleRule(),
            new ScoresRule(),
            new CasesRule(),
            new HeatmapRule());

    private Inspection() {}

    /** Everything that is wrong with the files, at most one finding for each place. */
    static List<PublicationDefect> of(Publication publication) {
        Set<String> seen = new HashSet<>();
        return RULES.stream()
                .flatMap(rule -> rule.inspect(publication))
                .filter(finding ->
                        seen.add(finding.fix().file() + ":" + finding.fix().place()))
                .toList();
    }
}
