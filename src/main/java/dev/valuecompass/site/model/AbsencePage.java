package dev.valuecompass.site.model;

import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * Who is not on the leaderboards of a period, and why.
 *
 * @param named those that the period names, with its reasons
 * @param gone those that the period before had, and of which this one says nothing
 * @param before that period, as people say it; null when there is none to compare with
 * @param partial evaluated models that lack a figure on a whole system or on some values
 */
public record AbsencePage(
        String month,
        String lead,
        List<AbsentModel> named,
        List<Link> gone,
        String before,
        List<PartlyScored> partial) {

    /** @param since may be empty */
    public record AbsentModel(String name, String reason, String since) {}

    /** @param what is missing, a sentence for each system */
    public record PartlyScored(Link model, List<String> what) {}
}
