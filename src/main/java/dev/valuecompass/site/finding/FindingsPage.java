package dev.valuecompass.site.finding;

import dev.valuecompass.site.frame.Link;
import java.util.List;

/**
 * What can be said of a period.
 *
 * @param commentary HTML of what people wrote; empty when nobody did
 * @param links to the findings as a file and to what changed
 */
public record FindingsPage(String period, String lead, String commentary, List<Topic> topics, List<Link> links) {
    /** Findings of one claim. */
    public record Topic(String anchor, String name, List<FindingText> entries) {}

    /**
     * One finding.
     *
     * @param verdict what it is told by, and its name for styles
     * @param figures statistic, interval, p and number of cases in a line
     */
    public record FindingText(String anchor, VerdictLabel verdict, String sentence, String figures, String method) {}

    /** @param kind {@code held}, {@code not-held} or {@code cannot-be-told} */
    public record VerdictLabel(String kind, String text) {}
}
