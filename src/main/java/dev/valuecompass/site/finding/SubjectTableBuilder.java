package dev.valuecompass.site.finding;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.statistics.Holm;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.scores.validity.TopicConditions;
import dev.valuecompass.scores.validity.TopicConditions.ConditionRow;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.finding.SubjectTable.Cell;
import dev.valuecompass.site.finding.SubjectTable.Subject;
import dev.valuecompass.site.finding.SubjectTable.Test;
import dev.valuecompass.site.finding.ValidityPage.Judgement;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Tells on which values of one system the subject of the question decides which models show more. */
final class SubjectTableBuilder {
    private static final double SIGNIFICANT = 0.05;
    private static final double LEAST = 0.001;

    private final Edition edition;
    private final PageTexts words;
    private final ValueSystem system;
    private final Address here;

    /** By value; null where its subjects cannot be told apart. */
    private final Map<String, TopicConditions> told = new LinkedHashMap<>();

    /** Corrected for all values of the system. */
    private final Map<String, Double> p = new LinkedHashMap<>();

    SubjectTableBuilder(Edition edition, SystemValidity validity, ValueSystem system, Address here) {
        this.edition = edition;
        this.words = edition.words();
        this.system = system;
        this.here = here;
        validity.values().forEach(value -> told.put(value.value(), value.facts().topics()));
        List<String> tested = told.keySet().stream()
                .filter(value -> told.get(value) != null && told.get(value).p() != null)
                .toList();
        double[] adjusted = Holm.adjusted(
                tested.stream().mapToDouble(value -> told.get(value).p()).toArray());
        IntStream.range(0, adjusted.length).forEach(i -> p.put(tested.get(i), adjusted[i]));
    }

    /** Of the system as a whole; empty where nothing could be tested. */
    Optional<Judgement> judgement() {
        return p.isEmpty()
                ? Optional.empty()
                : Optional.of(new Judgement(
                        "told",
                        words.get("validity.subject.about"),
                        "",
                        words.text("validity.subject.told")
                                .with(
                                        "k",
                                        p.values().stream()
                                                .filter(one -> one < SIGNIFICANT)
                                                .count())
                                .with("n", p.size())
                                .get(),
                        words.get("validity.subject.figures")));
    }

    /** Null where subjects can be told apart on no value. */
    SubjectTable table() {
        List<String> values =
                told.keySet().stream().filter(value -> told.get(value) != null).toList();
        if (values.isEmpty()) {
            return null;
        }
        return new SubjectTable(
                told.keySet().stream().map(this::test).toList(),
                values.stream().map(this::name).toList(),
                values.stream()
                        .map(value -> told.get(value).categories())
                        .flatMap(Collection::stream)
                        .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
                        .stream()
                        .map(category -> new Subject(
                                HostileText.line(edition.category(system, category)),
                                values.stream()
                                        .map(value -> cell(told.get(value), category))
                                        .toList()))
                        .toList());
    }

    private Test test(String value) {
        TopicConditions on = told.get(value);
        Double chance = p.get(value);
        String page = edition.places().value(system.id(), value);
        return new Test(
                new Link(page == null ? null : here.to(page), name(value)),
                words.get("validity.subject." + sentence(on, chance)),
                List.of(
                        chance == null ? Figures.MISSING : ratio(on),
                        chance != null && chance < LEAST ? "< 0.001" : Figures.rounded(chance, 3),
                        on == null ? Figures.MISSING : Figures.whole(on.topics())));
    }

    private static String sentence(TopicConditions on, Double chance) {
        if (on == null) {
            return "few";
        }
        if (chance == null) {
            return "alike";
        }
        return chance < SIGNIFICANT ? "depends" : "chance";
    }

    private String ratio(TopicConditions on) {
        int models = on.rows().size() - 1;
        int categories = on.categories().size();
        return words.text("validity.subject.ratio")
                .with("f", Figures.two(on.f()))
                .with("between", models * (categories - 1))
                .with("within", models * (on.topics() - categories))
                .get();
    }

    /** By what a model departs is its part of model × category: its score less what it and the subject have elsewhere. */
    private Cell cell(TopicConditions on, String category) {
        int at = on.categories().indexOf(category);
        if (at < 0) {
            return new Cell(Figures.MISSING, "", "", "");
        }
        double mean = mean(on, at);
        double all = IntStream.range(0, on.categories().size())
                .mapToDouble(other -> mean(on, other))
                .average()
                .orElseThrow();
        ConditionRow farthest = null;
        double most = 0;
        for (ConditionRow row : on.rows()) {
            double own = row.conformity().stream()
                    .mapToDouble(score -> score)
                    .average()
                    .orElseThrow();
            double departs = row.conformity().get(at) - own - mean + all;
            if (Math.abs(departs) > Math.abs(most) + 1e-9) {
                most = departs;
                farthest = row;
            }
        }
        String points = Figures.rounded(most, 0);
        if (farthest == null || Math.abs(most) < 0.5) {
            return new Cell(Figures.rounded(mean, 0), "", "", "");
        }
        String model = edition.places().model(farthest.model(), here).label();
        return new Cell(
                Figures.rounded(mean, 0),
                model,
                most > 0 ? "+" + points : points,
                words.text("validity.subject.score")
                        .with("model", model)
                        .with(
                                "score",
                                words.text("validity.between")
                                        .with(
                                                "value",
                                                Figures.one(
                                                        farthest.conformity().get(at)))
                                        .with("low", Figures.one(farthest.low().get(at)))
                                        .with(
                                                "high",
                                                Figures.one(farthest.high().get(at)))
                                        .get())
                        .get());
    }

    private static double mean(TopicConditions on, int category) {
        return on.rows().stream()
                .mapToDouble(row -> row.conformity().get(category))
                .average()
                .orElseThrow();
    }

    private String name(String value) {
        return HostileText.line(system.dimension(value).map(Dimension::name).orElse(value));
    }
}
