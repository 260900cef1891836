package dev.valuecompass.site.data;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The facts about a period's data that every format tells in its own words.
 *
 * @param id letters, digits, hyphens
 * @param licence as stated; may be empty
 * @param licenceAddress null when the licence is not one that is known by a page
 * @param address of the data page; null when it is not known where the site will be
 * @param version {@code MAJOR.0.0}: a revision changes figures, which is a major change
 * @param date on which the period begins, {@code YYYY-MM-DD}: the day of freezing is known to nobody
 * @param variables names of the values, each with its system
 */
@ByName
record DatasetFacts(
        String id,
        String name,
        String description,
        String licence,
        String licenceAddress,
        String creator,
        String address,
        String version,
        String period,
        String date,
        List<String> variables) {

    static DatasetFacts of(Edition edition, SiteIdentity publication) {
        Snapshot snapshot = edition.snapshot();
        String licence = HostileText.line(snapshot.origin().licence());
        String title = edition.imported() ? HostileText.line(snapshot.title()) : publication.title();
        String source = HostileText.line(snapshot.origin().source());
        return DatasetFactsFields.builder()
                .id("value-compass-" + edition.period())
                .name(title + ", " + edition.month() + (edition.withdrawal().isPresent() ? " (withdrawn)" : ""))
                .description(description(edition))
                .licence(licence)
                .licenceAddress(Licences.address(licence).orElse(null))
                .creator(edition.imported() && !source.isEmpty() ? source : publication.publisher())
                .address(publication.absolute(edition.places().dataPage()))
                .version(snapshot.revision() + ".0.0")
                .period(edition.period())
                .date(edition.period() + "-01")
                .variables(edition.valueSystems().stream()
                        .flatMap(system -> system.dimensions().stream().map(one -> variable(system, one)))
                        .toList())
                .build();
    }

    private static String variable(ValueSystem system, Dimension dimension) {
        return HostileText.line(dimension.name()) + " (" + HostileText.line(system.name()) + ")";
    }

    private static String description(Edition edition) {
        Snapshot snapshot = edition.snapshot();
        String systems = edition.valueSystems().stream()
                .map(system -> HostileText.line(system.name()))
                .collect(Collectors.joining(", "));
        String caution = snapshot.synthetic()
                ? "The models are simulated and every figure is synthetic; they say nothing about any real model. "
                : edition.imported()
                        ? "The figures were published by "
                                + HostileText.line(snapshot.origin().source())
                                + " and were neither measured nor checked here. "
                        : "";
        return PeriodNotice.withdrawn(edition) + caution + "Which values "
                + Figures.count(snapshot.models().size(), "language model shows", "language models show")
                + " in their answers, in " + edition.month() + ": scores from 0 to 100 on " + systems
                + ", with intervals and counts where the source has them, the items, the labels behind the scores and a"
                + " sample of answers with evidence. Frozen as revision " + snapshot.revision() + ".";
    }
}
