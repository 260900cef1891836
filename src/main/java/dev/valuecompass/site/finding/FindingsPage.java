package dev.valuecompass.site.finding;

import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * What can be said of a period, by what came of it: what held and what did not come first.
 *
 * @param commentary HTML of what people wrote; empty when nobody did
 * @param groups those without a finding are left out
 * @param links to the findings as a file and to what changed
 */
public record FindingsPage(String period, String lead, String commentary, List<Group> groups, List<Link> links) {
    /**
     * Findings of one verdict.
     *
     * @param kind {@code held}, {@code not-held} or {@code cannot-be-told}
     */
    public record Group(String kind, String heading, List<FindingText> entries) {
        /** Whether it is folded: most claims cannot be told, and that is seldom what somebody came for. */
        public boolean isFolded() {
            return kind.equals("cannot-be-told");
        }
    }

    /**
     * One finding.
     *
     * @param topic what it is about
     * @param figures statistic, interval, p and number of cases in a line
     * @param picture null where there is no figure
     */
    public record FindingText(
            String anchor, String topic, String sentence, String figures, String method, Picture picture) {}

    /**
     * A statistic and its interval on a line 200 wide.
     *
     * @param from where 0 is, or the left end where the line begins there
     * @param low null without an interval
     * @param left what the ends of the line stand for
     */
    public record Picture(String at, String from, String low, String high, String left, String right) {}
}
