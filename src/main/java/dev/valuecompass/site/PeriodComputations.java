package dev.valuecompass.site;

import dev.valuecompass.site.culture.CulturePages;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.finding.FindingPages;
import dev.valuecompass.site.finding.PeriodEvidence;
import dev.valuecompass.site.finding.PeriodLink;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.PeriodValidity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is worked out once for a period and told in every language.
 *
 * @param before the period that came before, where there is one
 * @param chain links back to earlier periods, the latest first
 * @param cultures in English
 */
record PeriodComputations(
        Optional<PeriodRecord> before,
        FindingPages findings,
        PeriodValidity validity,
        PeriodEvidence evidence,
        List<PeriodLink> chain,
        CulturePages cultures) {
    static PeriodComputations of(
            Edition edition, Optional<PeriodRecord> before, List<PeriodLink> chain, Reference reference, Path data) {
        return new PeriodComputations(
                before,
                new FindingPages(edition, before, reference.theory(), reference.insights()),
                PeriodValidity.of(edition.record()),
                PeriodEvidence.read(data, edition.snapshot()),
                chain,
                new CulturePages(edition, reference.theory()));
    }
}
