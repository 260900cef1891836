package dev.valuecompass.site.model;

import dev.valuecompass.site.frame.Link;
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
        String month, String lead, List<Named> named, List<Link> gone, String before, List<Partial> partial) {

    /** @param since may be empty */
    public record Named(String name, String reason, String since) {}

    /** @param what is missing, a sentence for each system */
    public record Partial(Link model, List<String> what) {}
}
