package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.statistics.FamilyContrast;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Models of one family have profiles more alike than models of different families. */
final class FamilyLikeness implements Claim, TestPerSystem<FamilyContrast> {
    private static final String TOPIC = "Families of models";
    private static final double LEVEL = 0.05;
    private static final long SEED = 20;

    @Override
    public List<Finding> of(PeriodFigures period) {
        return findings(period, FamilyContrast::p);
    }

    @Override
    public Finding untold(ValueSystem system) {
        return Finding.untold(
                "families-" + system.id(),
                TOPIC,
                Phrase.text("finding.families.none", "system", FigureWords.name(system)),
                FigureWords.statistic("family"),
                FigureWords.unit("models", 0),
                Phrase.text("finding.families.method"));
    }

    @Override
    public Optional<FamilyContrast> result(PeriodFigures period, ValueSystem system) {
        SortedMap<String, Map<String, Double>> profiles = period.profiles(system.id());
        boolean named = period.record().snapshot().models().stream()
                .anyMatch(model -> !model.family().isEmpty());
        List<String> models = profiles.keySet().stream()
                .filter(model -> !family(period, model, named).isEmpty())
                .toList();
        if (models.size() < 3) {
            return Optional.empty();
        }
        return Optional.ofNullable(FamilyContrast.of(
                models.stream().map(model -> family(period, model, named)).toList(),
                models.stream()
                        .map(model -> system.dimensionIds().stream()
                                .mapToDouble(profiles.get(model)::get)
                                .toArray())
                        .toList(),
                SEED));
    }

    private static String family(PeriodFigures period, String model, boolean named) {
        return period.model(model)
                .map(entry -> named ? entry.family() : entry.developer())
                .orElse("");
    }

    @Override
    public Finding told(ValueSystem system, FamilyContrast contrast, double p) {
        double gap = contrast.between() - contrast.within();
        Verdict verdict = p <= LEVEL ? Verdict.HELD : gap <= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        Phrase sentence = Phrase.told(
                "finding.families",
                verdict,
                "system",
                FigureWords.name(system),
                "within",
                FigureWords.one(contrast.within()),
                "between",
                FigureWords.one(contrast.between()),
                "p",
                FigureWords.p(p));
        return new Finding(
                "families-" + system.id(),
                TOPIC,
                verdict,
                sentence,
                new Statistic(FigureWords.statistic("family"), gap, null, p),
                contrast.models(),
                Phrase.text("finding.families.unit", "n", contrast.models(), "families", contrast.families()),
                Phrase.text("finding.families.method"));
    }
}
