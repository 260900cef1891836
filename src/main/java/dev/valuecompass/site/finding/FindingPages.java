package dev.valuecompass.site.finding;

import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.FindingLanguage;
import dev.valuecompass.findings.Findings;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the page of a period's findings. */
public final class FindingPages {
    private final Edition edition;
    private final List<Finding> findings;
    private final Insights insights;
    private final boolean follows;

    /**
     * @param before the period that came before, where there is one
     * @throws DataException when the commentary claims what the findings deny
     */
    public FindingPages(Edition edition, Optional<PeriodRecord> before, Theory theory, Insights insights) {
        this.edition = edition;
        this.findings = Findings.of(edition.record(), before, theory);
        this.insights = insights;
        this.follows = before.isPresent();
        List<Defect> defects = insights.check(edition.period(), () -> findings);
        DataException.refuse(defects);
    }

    /** The findings as a file for programs. */
    public String json() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("period", edition.period());
        file.put("revision", edition.snapshot().revision());
        file.put("synthetic", edition.snapshot().synthetic());
        FindingTexts english = new FindingTexts(edition.words());
        file.put(
                "findings",
                findings.stream().map(finding -> told(finding, english)).toList());
        return Json.pretty(file);
    }

    /** As programs have read it since the first period. */
    private static Map<String, Object> told(Finding finding, FindingLanguage language) {
        Statistic statistic = finding.statistic();
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("name", statistic.name().in(language));
        figure.put("value", statistic.value());
        figure.put("interval", statistic.interval());
        figure.put("p", statistic.p());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", finding.id());
        told.put("topic", finding.topic());
        told.put("verdict", finding.verdict());
        told.put("sentence", finding.sentence().in(language));
        told.put("statistic", figure);
        told.put("n", finding.n());
        told.put("unit", finding.unit().in(language));
        told.put("method", finding.method().in(language));
        return told;
    }

    /** @param edition in the language of the page, as the theory is */
    public FindingsPage page(Edition edition, Theory theory, Address here) {
        FindingLanguage language = new FindingTexts(edition, theory);
        PageTexts words = edition.words();
        List<FindingsPage.Group> groups = Stream.of(Verdict.HELD, Verdict.NOT_HELD, Verdict.CANNOT_BE_TOLD)
                .map(verdict -> new FindingsPage.Group(
                        kind(verdict),
                        words.get("findings." + kind(verdict), "n", count(verdict)),
                        findings.stream()
                                .filter(finding -> finding.verdict() == verdict)
                                .map(finding -> entry(finding, words, language))
                                .toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
        return new FindingsPage(
                edition.month(),
                words.sentences(words.get("findings.lead"), tally(words)),
                insights.html(edition.period()),
                groups,
                links(edition, here));
    }

    private static String kind(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String tally(PageTexts words) {
        return words.text("findings.tally")
                .with("held", count(Verdict.HELD))
                .with("not", count(Verdict.NOT_HELD))
                .with("open", count(Verdict.CANNOT_BE_TOLD))
                .get();
    }

    private long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    /** What changed is told where there was something before. */
    private List<Link> links(Edition edition, Address here) {
        PageTexts words = edition.words();
        List<Link> links = new ArrayList<>();
        links.add(new Link(here.to(edition.places().validity()), words.get("validity.title")));
        if (follows) {
            links.add(new Link(here.to(edition.places().changes()), words.get("findings.changes")));
        }
        links.add(new Link(here.to(edition.places().findingsFile()), words.get("findings.json")));
        return links;
    }

    /** A fork's own topics are shown as it wrote them. */
    private static String topic(String topic, PageTexts words) {
        String key = "topic." + Slugs.of(topic);
        return words.has(key) ? words.get(key) : topic;
    }

    private static FindingsPage.FindingText entry(Finding finding, PageTexts words, FindingLanguage language) {
        return new FindingsPage.FindingText(
                Insights.anchor(finding.id()),
                topic(finding.topic(), words),
                HostileText.line(finding.sentence().in(language)),
                figures(finding, words, language),
                words.get("sentence", "text", HostileText.line(finding.method().in(language))),
                picture(finding.statistic()));
    }

    /** Shares lie from 0 to 1, correlations and their like from −1 to 1, means from 0 to 100, differences in points around 0. */
    private static FindingsPage.Picture picture(Statistic statistic) {
        if (statistic.value() == null) {
            return null;
        }
        double value = statistic.value();
        double low = statistic.interval() == null ? value : statistic.interval().low();
        double high =
                statistic.interval() == null ? value : statistic.interval().high();
        double most = Math.max(Math.abs(low), Math.max(Math.abs(high), Math.abs(value)));
        double right = most <= 1 ? 1 : most <= 10 ? 10 : most <= 30 && low < 0 ? 30 : 100;
        double left = low < 0 || right == 1 && !statistic.isShare() ? -right : 0;
        return new FindingsPage.Picture(
                along(value, left, right),
                along(0, left, right),
                statistic.interval() == null ? null : along(low, left, right),
                statistic.interval() == null ? null : along(high, left, right),
                Figures.rounded(left, 0),
                Figures.rounded(right, 0));
    }

    private static String along(double value, double left, double right) {
        return Figures.place(200 * (Math.max(left, Math.min(right, value)) - left) / (right - left));
    }

    private static String figures(Finding finding, PageTexts words, FindingLanguage language) {
        Statistic statistic = finding.statistic();
        if (statistic.value() == null) {
            return words.get("findings.no-figure");
        }
        String name = statistic.name().in(language);
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String value = Figures.two(statistic.value());
        String figure = statistic.interval() == null
                ? words.get("findings.figure", "name", capital, "value", value)
                : words.text("findings.figure-between")
                        .with("name", capital)
                        .with("value", value)
                        .with("low", Figures.two(statistic.interval().low()))
                        .with("high", Figures.two(statistic.interval().high()))
                        .get();
        String tested = statistic.p() == null
                ? figure
                : words.text("findings.tested")
                        .with("figure", figure)
                        .with("p", statistic.p() < 0.001 ? "p < 0.001" : "p = " + Figures.rounded(statistic.p(), 3))
                        .get();
        return words.text("findings.cases")
                .with("figure", tested)
                .with("n", finding.n())
                .with("unit", finding.unit().in(language))
                .get();
    }
}
