package dev.valuecompass.site.finding;

import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.Findings;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import dev.valuecompass.language.Words;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.view.finding.FindingsPage;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Builds the page of a period's findings. */
public final class FindingPages {
    private final Edition edition;
    private final List<Finding> findings;
    private final Insights insights;

    /**
     * @param before the period that came before, where there is one
     * @throws DataException when the commentary claims what the findings deny
     */
    public FindingPages(Edition edition, Optional<PeriodRecord> before, Theory theory, Insights insights) {
        this.edition = edition;
        this.findings = Findings.of(edition.record(), before, theory);
        this.insights = insights;
        List<Defect> defects = insights.check(edition.period(), () -> findings);
        if (!defects.isEmpty()) {
            throw new DataException(defects);
        }
    }

    /** The findings as a file for programs. */
    public String json() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("period", edition.period());
        file.put("revision", edition.snapshot().revision());
        file.put("synthetic", edition.snapshot().synthetic());
        file.put("findings", findings);
        return Json.pretty(file);
    }

    /** @param edition in the language of the page */
    public FindingsPage page(Edition edition, Address here) {
        Map<String, List<FindingsPage.Entry>> byTopic = new LinkedHashMap<>();
        findings.forEach(finding -> byTopic.computeIfAbsent(finding.topic(), topic -> new ArrayList<>())
                .add(entry(finding, edition.words())));
        Words words = edition.words();
        List<FindingsPage.Topic> topics = new ArrayList<>();
        byTopic.forEach((topic, entries) -> topics.add(new FindingsPage.Topic(
                Slugs.of("topic " + topic.toLowerCase(Locale.ROOT)), topic(topic, words), entries)));
        return new FindingsPage(
                edition.month(),
                words.get("findings.lead"),
                insights.html(edition.period()),
                topics,
                List.of(
                        new Link(here.to(edition.places().changes()), words.get("findings.changes")),
                        new Link(here.to(edition.places().findingsFile()), words.get("findings.json"))));
    }

    /** A fork's own topics are shown as it wrote them. */
    private static String topic(String topic, Words words) {
        String key = "topic." + Slugs.of(topic);
        return words.has(key) ? words.get(key) : topic;
    }

    private static FindingsPage.Entry entry(Finding finding, Words words) {
        return new FindingsPage.Entry(
                Insights.anchor(finding.id()),
                words.get("verdict."
                        + finding.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                HostileText.line(finding.sentence()),
                figures(finding),
                HostileText.line(finding.method()) + ".");
    }

    private static String figures(Finding finding) {
        Statistic statistic = finding.statistic();
        if (statistic.value() == null) {
            return "No figure.";
        }
        StringBuilder text = new StringBuilder();
        text.append(Character.toUpperCase(statistic.name().charAt(0)))
                .append(statistic.name().substring(1));
        text.append(' ').append(Figures.two(statistic.value()));
        if (statistic.interval() != null) {
            text.append(" (")
                    .append(Figures.two(statistic.interval().low()))
                    .append(" to ")
                    .append(Figures.two(statistic.interval().high()))
                    .append(')');
        }
        if (statistic.p() != null) {
            text.append(", p ").append(statistic.p() < 0.001 ? "< 0.001" : "= " + Figures.rounded(statistic.p(), 3));
        }
        return text + "; " + finding.n() + " " + finding.unit() + ".";
    }
}
