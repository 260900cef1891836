package dev.valuecompass.site.finding;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.validity.EqualLength;
import dev.valuecompass.scores.validity.GeneralFactor;
import dev.valuecompass.scores.validity.Grade;
import dev.valuecompass.scores.validity.LengthDependence;
import dev.valuecompass.scores.validity.ReaderAgreement;
import dev.valuecompass.scores.validity.Reliability;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.scores.validity.ValueValidity;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.finding.ValidityPage.Judgement;
import dev.valuecompass.site.methodology.ArticleBuilder;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the validity of a period to readers who are no statisticians, with the figures beside each sentence. */
public final class ValidityPageBuilder {
    private final Edition edition;
    private final PageTexts words;
    private final PeriodValidity validity;
    private final PeriodEvidence evidence;

    /** @param edition in the language of the page @param validity and evidence of the same period */
    public ValidityPageBuilder(Edition edition, PeriodValidity validity, PeriodEvidence evidence) {
        this.edition = edition;
        this.words = edition.words();
        this.validity = validity;
        this.evidence = evidence;
    }

    public ValidityPage page(Address here) {
        return new ValidityPage(
                edition.month(),
                words.sentences(words.get("validity.lead", "month", edition.month()), tally()),
                links(here),
                validity.systems().stream()
                        .map(told -> section(told, system(told.system()), here))
                        .toList());
    }

    private List<Link> links(Address here) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(
                here.to(edition.places().page(ArticleBuilder.path("validity"))), words.get("validity.method")));
        links.add(new Link(here.to(edition.places().validityFile()), words.get("validity.json")));
        if (evidence.instruments().isPresent()) {
            links.add(new Link(here.to(edition.places().instrumentsFile()), words.get("validity.instruments.json")));
        }
        if (evidence.primes().isPresent()) {
            links.add(new Link(here.to(edition.places().primesFile()), words.get("validity.primes.json")));
        }
        if (evidence.conditions().isPresent()) {
            links.add(new Link(here.to(edition.places().conditionsFile()), words.get("validity.conditions.json")));
        }
        links.add(new Link(here.to(edition.places().findings()), words.get("section.findings")));
        return links;
    }

    private ValueSystem system(String id) {
        return edition.valueSystems().stream()
                .filter(system -> system.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String tally() {
        return words.text("validity.tally")
                .with(
                        "n",
                        validity.systems().stream()
                                .mapToInt(one -> one.values().size())
                                .sum())
                .with("pass", count(Grade.PASS))
                .with("weak", count(Grade.WEAK))
                .with("fail", count(Grade.FAIL))
                .with("unknown", count(Grade.UNKNOWN))
                .get();
    }

    private long count(Grade grade) {
        return validity.systems().stream()
                .flatMap(system -> system.values().stream())
                .filter(value -> value.verdict() == grade)
                .count();
    }

    private ValidityPage.SystemSection section(SystemValidity told, ValueSystem system, Address here) {
        SubjectTableBuilder subjects = new SubjectTableBuilder(edition, told, system, here);
        return ValidityPageSystemSectionFields.builder()
                .anchor(edition.places().systemSlug(system.id()))
                .name(HostileText.line(system.name()))
                .judgements(Stream.concat(judgements(told, system).stream(), subjects.judgement().stream())
                        .toList())
                .rows(told.values().stream()
                        .map(value -> row(told, value, system, here))
                        .toList())
                .missing(missing(told))
                .lengths(lengths(told, here))
                .subjects(subjects.table())
                .cost(CostFigure.of(told, system, edition.record(), words))
                .evidence(Stream.concat(
                                ReaderTable.of(
                                        told,
                                        HostileText.line(system.name()),
                                        value -> link(system, value, here),
                                        words)
                                        .stream(),
                                new EvidenceTables(edition, system, here).of(evidence).stream())
                        .toList())
                .build();
    }

    private String missing(SystemValidity told) {
        Stream<String> unread = evidence.conditions().stream()
                .flatMap(conditions -> conditions.systems().stream())
                .filter(system -> system.system().equals(told.system()))
                .flatMap(system -> system.asked().unread().keySet().stream())
                .map(language -> words.get("validity.conditions.unread", "language", words.language(language)));
        List<String> sentences = Stream.concat(
                        told.missing().stream().map(what -> words.get("validity.missing." + what)), unread)
                .toList();
        return sentences.isEmpty() ? "" : words.sentences(sentences.toArray(String[]::new));
    }

    /** Of the models that have a score at equal length on every value, by what length gives or takes. */
    private List<ValidityPage.LengthRow> lengths(SystemValidity told, Address here) {
        List<EqualLength> values = told.values().stream()
                .map(value -> value.facts().equalLength())
                .filter(Objects::nonNull)
                .toList();
        if (values.isEmpty() || values.size() < told.values().size()) {
            return List.of();
        }
        Map<String, Double> raw = raw(told.system());
        SortedMap<String, Double> equal = new TreeMap<>();
        values.get(0).scores().keySet().stream()
                .filter(model -> raw.containsKey(model)
                        && values.stream().allMatch(value -> value.scores().containsKey(model)))
                .forEach(model -> equal.put(
                        model,
                        values.stream()
                                .mapToDouble(value -> value.scores().get(model))
                                .average()
                                .orElseThrow()));
        return equal.keySet().stream()
                .sorted(Comparator.comparing(model -> equal.get(model) - raw.get(model)))
                .map(model -> new ValidityPage.LengthRow(
                        edition.places().model(model, here),
                        Figures.one(raw.get(model)),
                        Figures.one(equal.get(model)),
                        Figures.one(equal.get(model) - raw.get(model))))
                .toList();
    }

    private Map<String, Double> raw(String system) {
        return edition.snapshot().systems().stream()
                .filter(result -> result.system().id().equals(system))
                .flatMap(result -> result.scores().stream())
                .filter(cell -> cell.conformity() != null)
                .collect(Collectors.groupingBy(ScoreCell::model, Collectors.averagingDouble(ScoreCell::conformity)));
    }

    private List<Judgement> judgements(SystemValidity told, ValueSystem system) {
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(together(told.generalFactor(), told.generalGrade(), system));
        judgements.add(length(told.length(), told.lengthGrade()));
        judgements.add(reader(told.reader(), told.readerGrade()));
        return judgements;
    }

    private Judgement together(GeneralFactor factor, Grade grade, ValueSystem system) {
        if (factor == null) {
            return judgement(grade, "together", "none", "");
        }
        String figures = words.text("validity.together.figures")
                .with("r", Figures.two(factor.meanCorrelation()))
                .with("share", percent(factor.firstComponent()))
                .with("negative", percent(factor.negativePairs()))
                .with("n", factor.models())
                .get();
        boolean descriptive = system.reading() == ScoreMeaning.DESCRIPTIVE;
        return judgement(grade, "together", descriptive ? kind(grade) : "normative", figures);
    }

    private Judgement length(LengthDependence length, Grade grade) {
        if (length == null) {
            return judgement(grade, "length", "none", "");
        }
        return judgement(
                grade,
                "length",
                kind(grade),
                words.text("validity.length.figures")
                        .with(
                                "rho",
                                between(length.ofMean().rho(), length.ofMean().interval()))
                        .with("n", length.models())
                        .with("characters", Figures.whole(Math.round(length.characters())))
                        .with("source", words.get("validity.length." + length.source()))
                        .get());
    }

    private Judgement reader(ReaderAgreement reader, Grade grade) {
        if (reader == null) {
            return judgement(grade, "reader", "unknown", "");
        }
        Interval interval =
                reader.low() == null || reader.high() == null ? null : new Interval(reader.low(), reader.high(), 0.95);
        return judgement(
                grade,
                "reader",
                kind(grade),
                words.text("validity.reader.figures")
                        .with("kappa", between(reader.kappa(), interval))
                        .with("n", Figures.whole(reader.n()))
                        .with("share", reader.kappa() == null ? Figures.MISSING : percent(1 - reader.kappa()))
                        .get());
    }

    private Judgement judgement(Grade grade, String check, String sentence, String figures) {
        return new Judgement(
                style(grade),
                words.get("validity." + check + ".about"),
                words.get("validity.grade." + kind(grade)),
                words.get("validity." + check + "." + sentence),
                figures);
    }

    private ValidityPage.ValueRow row(SystemValidity told, ValueValidity value, ValueSystem system, Address here) {
        Reliability reliability = value.reliability();
        LengthDependence length = told.length();
        return new ValidityPage.ValueRow(
                link(system, value.value(), here),
                new Judgement(
                        style(value.verdict()),
                        "",
                        words.get("validity.grade." + kind(value.verdict())),
                        because(value),
                        ""),
                List.of(
                        reliability == null
                                ? Figures.MISSING
                                : between(reliability.coefficient(), reliability.interval()),
                        Figures.one(reliability == null ? null : reliability.standardError()),
                        reliability == null ? Figures.MISSING : Figures.whole(reliability.items()),
                        reliability == null || reliability.itemsNeeded() == null
                                ? Figures.MISSING
                                : Figures.whole(reliability.itemsNeeded()),
                        Figures.two(
                                value.halves() == null ? null : value.halves().rankCorrelation()),
                        Figures.two(
                                length == null
                                        ? null
                                        : length.byValue().get(value.value()).rho()),
                        Figures.one(
                                value.facts().equalLength() == null
                                        ? null
                                        : value.facts().equalLength().slope()),
                        value.items() == null || value.items().misfit() == null
                                ? Figures.MISSING
                                : words.get(
                                        "validity.percent",
                                        "n",
                                        percent(value.items().misfit()))));
    }

    private Link link(ValueSystem system, String value, Address here) {
        String page = edition.places().value(system.id(), value);
        return new Link(
                page == null ? null : here.to(page),
                HostileText.line(system.dimension(value).map(Dimension::name).orElse(value)));
    }

    private String because(ValueValidity value) {
        return words.get(
                "validity.because." + value.reason().name().toLowerCase(Locale.ROOT) + "." + kind(value.verdict()));
    }

    private String between(Double figure, Interval interval) {
        return figure == null || interval == null
                ? Figures.two(figure)
                : words.text("validity.between")
                        .with("value", Figures.two(figure))
                        .with("low", Figures.two(interval.low()))
                        .with("high", Figures.two(interval.high()))
                        .get();
    }

    private static String percent(double share) {
        return Figures.rounded(100 * share, 0);
    }

    private static String kind(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }

    /** A pass looks like a claim that held, a failure like one that did not. */
    private static String style(Grade grade) {
        return switch (grade) {
            case PASS -> "held";
            case FAIL -> "not-held";
            case WEAK, UNKNOWN -> kind(grade);
        };
    }
}
