package dev.valuecompass.site;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.finding.Insights;
import dev.valuecompass.site.item.Atlas;
import dev.valuecompass.value.Theory;

/**
 * What the site knows beside its periods.
 *
 * @param theory cultures and weights that visitors choose from
 * @param insights commentaries on periods
 * @param atlas where in the world a country lies
 */
record Reference(Theory theory, Insights insights, Atlas atlas) {
    static Reference read(DataFolder data) {
        return new Reference(Theory.load(data), new Insights(data), Atlas.read(data));
    }
}
