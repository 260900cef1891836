package dev.valuecompass.site;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.freshness.Gazetteer;
import dev.valuecompass.site.finding.Insights;
import dev.valuecompass.value.Theory;

/**
 * What the site knows beside its periods.
 *
 * @param theory cultures and weights that visitors choose from
 * @param insights commentaries on periods
 * @param gazetteer which part of the world a country lies in
 */
record Reference(Theory theory, Insights insights, Gazetteer gazetteer) {
    static Reference read(DataFolder data) {
        return new Reference(Theory.load(data), new Insights(data), Gazetteer.read(data));
    }
}
