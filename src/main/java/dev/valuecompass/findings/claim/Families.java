package dev.valuecompass.findings.claim;

import dev.valuecompass.findings.Claim;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.scores.contrast.FamilyContrast;
import dev.valuecompass.scores.interval.Holm;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** Models of one family have profiles more alike than models of different families. */
public final class Families implements Claim {
    private static final String TOPIC = "Families of models";
    private static final String STATISTIC = "distance between less distance within, in points";
    private static final double LEVEL = 0.05;
    private static final long SEED = 20;
    private static final String METHOD =
            "mean root mean square difference of profiles between and within families; p by"
                    + " 9,999 seeded permutations of the family labels (9,999 with up to a hundred models, fewer with more; one-sided), Holm-corrected over the systems. Where a"
                    + " source names no families, a model's maker stands for one";

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<FamilyContrast> found = period.systems().stream()
                .map(system -> contrast(period, system))
                .toList();
        double[] p = Holm.adjusted(found.stream()
                .filter(Objects::nonNull)
                .mapToDouble(FamilyContrast::p)
                .toArray());
        List<Finding> findings = new ArrayList<>();
        int tested = 0;
        for (int s = 0; s < found.size(); s++) {
            ValueSystem system = period.systems().get(s);
            findings.add(
                    found.get(s) == null
                            ? Finding.untold(
                                    "families-" + system.id(),
                                    TOPIC,
                                    "There are no two families, or none with two models that have every score on "
                                            + system.name() + ".",
                                    STATISTIC,
                                    "models",
                                    METHOD)
                            : finding(system, found.get(s), p[tested++]));
        }
        return findings;
    }

    private static FamilyContrast contrast(PeriodFigures period, ValueSystem system) {
        SortedMap<String, Map<String, Double>> profiles = period.profiles(system.id());
        boolean named = period.record().snapshot().models().stream()
                .anyMatch(model -> !model.family().isEmpty());
        List<String> models = profiles.keySet().stream()
                .filter(model -> !family(period, model, named).isEmpty())
                .toList();
        return models.size() < 3
                ? null
                : FamilyContrast.of(
                        models.stream()
                                .map(model -> family(period, model, named))
                                .toList(),
                        models.stream()
                                .map(model -> system.dimensionIds().stream()
                                        .mapToDouble(profiles.get(model)::get)
                                        .toArray())
                                .toList(),
                        SEED);
    }

    private static String family(PeriodFigures period, String model, boolean named) {
        return period.model(model)
                .map(entry -> named ? entry.family() : entry.developer())
                .orElse("");
    }

    private static Finding finding(ValueSystem system, FamilyContrast contrast, double p) {
        double gap = contrast.between() - contrast.within();
        Verdict verdict = p <= LEVEL ? Verdict.HELD : gap <= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        String figures = " (" + Words.one(contrast.within()) + " points apart within families, "
                + Words.one(contrast.between()) + " between them; " + Words.p(p) + ").";
        String sentence = switch (verdict) {
            case HELD -> "On " + system.name() + " models of one family are more alike than others" + figures;
            case NOT_HELD -> "On " + system.name() + " models of one family are not more alike than others" + figures;
            case CANNOT_BE_TOLD ->
                "Whether models of one family are more alike on " + system.name() + " cannot be told" + figures;
        };
        return new Finding(
                "families-" + system.id(),
                TOPIC,
                verdict,
                sentence,
                new Statistic(STATISTIC, gap, null, p),
                contrast.models(),
                "models, " + contrast.families() + " families with two or more",
                METHOD);
    }
}
