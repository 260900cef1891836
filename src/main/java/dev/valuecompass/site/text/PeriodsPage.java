package dev.valuecompass.site.text;

import java.util.List;

/** Every period of the site. @param rows newest first */
public record PeriodsPage(List<Row> rows) {
    /**
     * @param home its first page
     * @param caution what no reader may miss of its figures; may be empty
     * @param news which models came or went; may be empty
     * @param since whether it compares with the period before
     */
    public record Row(Link home, String caution, int models, String news, String since) {}
}
