package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.statistics.FamilyContrast;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Models of one family have profiles more alike than models of different families; of one maker, where no family is named. */
final class FamilyLikeness implements Claim {
    private static final String TOPIC = "Families of models";
    private static final double LEVEL = 0.05;
    private static final long SEED = 20;

    @Override
    public List<Finding> of(PeriodFigures period) {
        boolean named = period.record().snapshot().models().stream()
                .anyMatch(model -> !model.family().isEmpty());
        Likeness likeness = named
                ? new Likeness("finding.families", ModelEntry::family)
                : new Likeness("finding.makers", ModelEntry::developer);
        return likeness.findings(period, FamilyContrast::p);
    }

    /** @param texts what is said of it @param group by which models are alike; empty where nobody says */
    private record Likeness(String texts, Function<ModelEntry, String> group) implements TestPerSystem<FamilyContrast> {
        @Override
        public Finding untold(PeriodFigures period, ValueSystem system) {
            return Finding.untold(
                    "families-" + system.id(),
                    TOPIC,
                    Phrase.text(texts + ".none").with("system", FigureWords.name(system)),
                    FigureWords.statistic("family"),
                    FigureWords.unit("models", 0),
                    Phrase.text(texts + ".method"));
        }

        @Override
        public Optional<FamilyContrast> result(PeriodFigures period, ValueSystem system) {
            SortedMap<String, Map<String, Double>> profiles = period.profiles(system.id());
            List<String> models = profiles.keySet().stream()
                    .filter(model -> !group(period, model).isEmpty())
                    .toList();
            if (models.size() < 3) {
                return Optional.empty();
            }
            return Optional.ofNullable(FamilyContrast.of(
                    models.stream().map(model -> group(period, model)).toList(),
                    models.stream()
                            .map(model -> system.dimensionIds().stream()
                                    .mapToDouble(profiles.get(model)::get)
                                    .toArray())
                            .toList(),
                    SEED));
        }

        private String group(PeriodFigures period, String model) {
            return period.model(model).map(group).orElse("");
        }

        @Override
        public Finding told(ValueSystem system, FamilyContrast contrast, double p) {
            double gap = contrast.between() - contrast.within();
            Verdict verdict = p <= LEVEL ? Verdict.HELD : gap <= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
            Phrase sentence = Phrase.told(texts, verdict)
                    .with("system", FigureWords.name(system))
                    .with("within", FigureWords.one(contrast.within()))
                    .with("between", FigureWords.one(contrast.between()))
                    .with("p", FigureWords.p(p));
            return new Finding(
                    "families-" + system.id(),
                    TOPIC,
                    verdict,
                    sentence,
                    new Statistic(FigureWords.statistic("family"), gap, null, p),
                    contrast.models(),
                    Phrase.text(texts + ".unit").with("n", contrast.models()).with("families", contrast.families()),
                    Phrase.text(texts + ".method"));
        }
    }
}
