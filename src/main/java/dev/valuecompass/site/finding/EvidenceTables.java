package dev.valuecompass.site.finding;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.RankCorrelation;
import dev.valuecompass.scores.validity.ClosedScores;
import dev.valuecompass.scores.validity.ClosedScores.Estimate;
import dev.valuecompass.scores.validity.ClosedScores.ModelScores;
import dev.valuecompass.scores.validity.Conditions;
import dev.valuecompass.scores.validity.Convergence;
import dev.valuecompass.scores.validity.Convergence.Order;
import dev.valuecompass.scores.validity.Grade;
import dev.valuecompass.scores.validity.Priming;
import dev.valuecompass.scores.validity.SecondInstruments;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.finding.ValidityPage.Evidence;
import dev.valuecompass.site.finding.ValidityPage.EvidenceRow;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Instrument;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What second instruments and instructions to hold a value told, for one value system. */
final class EvidenceTables {
    private final Edition edition;
    private final PageTexts words;
    private final ValueSystem system;
    private final Address here;

    EvidenceTables(Edition edition, ValueSystem system, Address here) {
        this.edition = edition;
        this.words = edition.words();
        this.system = system;
        this.here = here;
    }

    List<Evidence> of(PeriodEvidence evidence) {
        List<Evidence> tables = new ArrayList<>();
        evidence.instruments().stream()
                .flatMap(told -> told.systems().stream())
                .filter(told -> told.system().equals(system.id()))
                .forEach(told -> instruments(told, tables));
        evidence.primes().stream()
                .flatMap(told -> told.systems().stream())
                .filter(told -> told.system().equals(system.id()))
                .forEach(told -> tables.add(primes(told)));
        evidence.conditions().stream()
                .flatMap(told -> told.systems().stream())
                .filter(told -> told.system().equals(system.id()))
                .forEach(told -> told.kinds().forEach(kind -> {
                    tables.add(variance(told, kind));
                    tables.add(agreement(kind));
                }));
        return tables;
    }

    private Evidence variance(Conditions.OfSystem told, Conditions.OfKind kind) {
        String key = "validity.conditions." + kind.kind();
        List<String> said = new ArrayList<>();
        said.add(words.get(key + ".lead", "items", told.asked().answered(kind.kind()), "n", kind.conditions() - 1));
        said.add(stays("told", kind.across()));
        if (kind.again().same() != null) {
            said.add(stays("again", kind.again()));
        }
        for (Grade grade : List.of(Grade.PASS, Grade.WEAK, Grade.FAIL)) {
            List<String> values = kind.values().stream()
                    .filter(value -> value.grade() == grade)
                    .map(value -> value(value.value()))
                    .toList();
            if (!values.isEmpty()) {
                said.add(words.get("validity.conditions." + name(grade), "values", String.join(", ", values)));
            }
        }
        return new Evidence(
                kind.kind() + "-values",
                words.get(key + ".title"),
                List.of(words.sentences(said.toArray(String[]::new)), words.get("validity.conditions.shares")),
                words.get("validity.conditions.values", "system", HostileText.line(system.name())),
                words.get("validity.column.value"),
                List.of(
                        words.get("validity.conditions.verdict"),
                        words.get("validity.conditions.dependability"),
                        words.get("validity.conditions.of-models"),
                        words.get("validity.conditions.of-questions"),
                        words.get(key + ".name"),
                        words.get("validity.conditions.of-repetition")),
                kind.values().stream()
                        .map(value -> new EvidenceRow(
                                link(value.value()),
                                List.of(
                                        words.get("validity.grade." + name(value.grade())),
                                        two(value.dependability()),
                                        share(value, Conditions.Shares::model),
                                        share(value, Conditions.Shares::item),
                                        share(value, Conditions.Shares::condition),
                                        share(value, Conditions.Shares::repetition))))
                        .toList());
    }

    private Evidence agreement(Conditions.OfKind kind) {
        List<String> columns = new ArrayList<>(List.of("stay", "confirmed"));
        boolean again = kind.again().same() != null;
        if (again) {
            columns.addAll(List.of("stay-again", "confirmed-again"));
        }
        return new Evidence(
                kind.kind() + "-models",
                "",
                List.of(),
                words.get("validity.conditions.models", "system", HostileText.line(system.name())),
                words.get("board.model"),
                columns.stream()
                        .map(column -> words.get("validity.conditions." + column))
                        .toList(),
                kind.models().stream()
                        .map(model -> {
                            List<String> cells = new ArrayList<>(List.of(
                                    two(model.across().same()),
                                    two(model.across().shown())));
                            if (again) {
                                cells.addAll(List.of(
                                        two(model.again().same()),
                                        two(model.again().shown())));
                            }
                            return new EvidenceRow(edition.places().model(model.model(), here), cells);
                        })
                        .toList());
    }

    private String stays(String key, Conditions.Agreement agreement) {
        return words.text("validity.conditions." + key)
                .with("same", percent(agreement.same()))
                .with("shown", percent(agreement.shown()))
                .get();
    }

    private String share(Conditions.OfValue value, Function<Conditions.Shares, Estimate> of) {
        return value.shares() == null ? Figures.MISSING : two(of.apply(value.shares()));
    }

    private String percent(Estimate share) {
        return share == null ? Figures.MISSING : percent(share.score());
    }

    private static String name(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }

    private void instruments(SecondInstruments.OfSystem told, List<Evidence> tables) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(Convergence.ANSWERS, words.get("validity.instruments.answers"));
        told.answers().forEach(one -> names.put(one.instrument().id(), name(one.instrument())));
        List<Convergence> pairs = told.convergence();
        List<String> heads = pairs.stream().map(pair -> pair(pair, names)).toList();
        List<String> sentences = new ArrayList<>();
        sentences.add(words.get("validity.instruments.lead"));
        pairs.forEach(pair -> sentences.add(sentence(pair, pair(pair, names))));
        tables.add(new Evidence(
                "values",
                words.get("validity.instruments.title"),
                sentences,
                words.get("validity.instruments.values", "system", HostileText.line(system.name())),
                words.get("validity.column.value"),
                heads,
                system.dimensions().stream()
                        .map(value -> new EvidenceRow(
                                link(value.id()),
                                pairs.stream()
                                        .map(pair -> rho(pair.byValue().get(value.id())))
                                        .toList()))
                        .toList()));
        tables.add(models(told, names, heads));
    }

    private Evidence models(SecondInstruments.OfSystem told, Map<String, String> names, List<String> heads) {
        List<String> columns = new ArrayList<>(heads);
        told.scores().forEach(scores -> {
            String name = names.get(scores.instrument());
            columns.add(words.get("validity.instruments.answered", "name", name));
            if (scores.elicitation() == Instrument.Form.CHOICE) {
                columns.add(words.get("validity.instruments.consistent", "name", name));
                columns.add(words.get("validity.instruments.first", "name", name));
            } else {
                columns.add(words.get("validity.instruments.agreeing", "name", name));
            }
        });
        SortedSet<String> models = new TreeSet<>();
        told.scores().forEach(scores -> models.addAll(scores.models().keySet()));
        List<EvidenceRow> rows = new ArrayList<>();
        for (String model : models) {
            List<String> cells = new ArrayList<>();
            told.convergence().forEach(pair -> cells.add(rho(pair.byModel().get(model))));
            told.scores().forEach(scores -> habits(scores, model, cells));
            rows.add(new EvidenceRow(edition.places().model(model, here), cells));
        }
        return new Evidence(
                "models",
                "",
                List.of(words.get("validity.instruments.habits")),
                words.get("validity.instruments.models", "system", HostileText.line(system.name())),
                words.get("board.model"),
                columns,
                rows);
    }

    private void habits(ClosedScores scores, String model, List<String> cells) {
        ModelScores one = scores.models().get(model);
        cells.add(one == null ? Figures.MISSING : percent(one.answered()));
        if (scores.elicitation() == Instrument.Form.CHOICE) {
            cells.add(one == null || one.consistent() == null ? Figures.MISSING : percent(one.consistent()));
        }
        cells.add(one == null ? Figures.MISSING : two(one.habit()));
    }

    private String sentence(Convergence pair, String both) {
        if (pair.models() < 2) {
            return words.get("validity.instruments.none", "both", both);
        }
        List<String> said = new ArrayList<>();
        said.add(words.text("validity.instruments.told")
                .with("both", both)
                .with("n", pair.models())
                .with("rho", two(pair.within()))
                .with("alike", pair.orders().alike().size())
                .with("contrary", pair.orders().contrary().size())
                .with("untold", pair.orders().untold())
                .get());
        if (!pair.orders().alike().isEmpty()) {
            said.add(words.get(
                    "validity.instruments.shared",
                    "orders",
                    orders(pair.orders().alike())));
        }
        if (!pair.orders().contrary().isEmpty()) {
            said.add(words.get(
                    "validity.instruments.contrary",
                    "orders",
                    orders(pair.orders().contrary())));
        }
        List<String> agreed = pair.byValue().entrySet().stream()
                .filter(value -> value.getValue().isAbove0(pair.byValue().size()))
                .map(value -> value(value.getKey()))
                .toList();
        said.add(
                agreed.isEmpty()
                        ? words.get("validity.instruments.nobody")
                        : words.get("validity.instruments.agreed", "values", String.join(", ", agreed)));
        return words.sentences(said.toArray(String[]::new));
    }

    /** "Universalism > Power, Hedonism; …" */
    private String orders(List<Order> orders) {
        Map<String, List<String>> byHigher = new LinkedHashMap<>();
        orders.forEach(order -> byHigher.computeIfAbsent(value(order.higher()), id -> new ArrayList<>())
                .add(value(order.lower())));
        return byHigher.entrySet().stream()
                .map(entry -> entry.getKey() + " > " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private Evidence primes(Priming.OfSystem told) {
        long rose = told.values().stream()
                .filter(value -> Priming.sign(value.rise()) > 0)
                .count();
        long fell = told.values().stream()
                .filter(value -> Priming.sign(value.opposites()) < 0)
                .count();
        return new Evidence(
                "primes",
                words.get("validity.primes.title"),
                List.of(words.sentences(
                        words.get("validity.primes.lead"),
                        words.text("validity.primes.told")
                                .with("rose", rose)
                                .with("fell", fell)
                                .with("n", told.values().size())
                                .with("items", told.asked().items().size())
                                .get())),
                words.get("validity.primes.caption", "system", HostileText.line(system.name())),
                words.get("validity.column.value"),
                List.of(
                        words.get("validity.primes.rose"),
                        words.get("validity.primes.rise"),
                        words.get("validity.primes.effect"),
                        words.get("validity.primes.opposites")),
                told.values().stream()
                        .map(value -> new EvidenceRow(
                                link(value.value()),
                                List.of(
                                        words.get("validity.primes.of", "k", value.rose(), "n", value.models()),
                                        one(value.rise()),
                                        Figures.two(value.effect()),
                                        one(value.opposites()))))
                        .toList());
    }

    private String name(Instrument instrument) {
        String key = "validity.instruments.name." + instrument.id();
        return words.has(key) ? words.get(key) : HostileText.line(instrument.name());
    }

    private String pair(Convergence pair, Map<String, String> names) {
        return words.get("validity.instruments.pair", "one", names.get(pair.one()), "other", names.get(pair.other()));
    }

    private String value(String id) {
        return HostileText.line(system.dimension(id).map(Dimension::name).orElse(id));
    }

    private Link link(String value) {
        String page = edition.places().value(system.id(), value);
        return new Link(page == null ? null : here.to(page), value(value));
    }

    private String rho(RankCorrelation one) {
        return one == null || one.rho() == null
                ? Figures.MISSING
                : between(Figures.two(one.rho()), one.interval(), true);
    }

    private String two(Estimate one) {
        return one == null ? Figures.MISSING : between(Figures.two(one.score()), one.interval(), true);
    }

    private String one(Estimate one) {
        return one == null ? Figures.MISSING : between(Figures.one(one.score()), one.interval(), false);
    }

    private String between(String figure, Interval interval, boolean fine) {
        return interval == null
                ? figure
                : words.text("validity.between")
                        .with("value", figure)
                        .with("low", fine ? Figures.two(interval.low()) : Figures.one(interval.low()))
                        .with("high", fine ? Figures.two(interval.high()) : Figures.one(interval.high()))
                        .get();
    }

    private String percent(double share) {
        return words.get("validity.percent", "n", Figures.rounded(100 * share, 0));
    }
}
