package dev.valuecompass.site;

import dev.valuecompass.findings.LinkedPeriods;
import dev.valuecompass.site.culture.CulturePages;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.finding.ChangePages;
import dev.valuecompass.site.finding.FindingPages;
import dev.valuecompass.site.finding.PeriodEvidence;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.PeriodValidity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is worked out once for a period and told in every language.
 *
 * @param before the period that came before, where there is one
 * @param linked both on one scale, by system; none where nothing of them may be compared
 * @param cultures in English
 */
record PeriodComputations(
        Optional<PeriodRecord> before,
        FindingPages findings,
        PeriodValidity validity,
        PeriodEvidence evidence,
        List<LinkedPeriods> linked,
        CulturePages cultures) {
    static PeriodComputations of(Edition edition, Optional<PeriodRecord> before, Reference reference, Path data) {
        return new PeriodComputations(
                before,
                new FindingPages(edition, before, reference.theory(), reference.insights()),
                PeriodValidity.of(edition.record()),
                PeriodEvidence.read(data, edition.snapshot()),
                ChangePages.linked(before, edition.record()),
                new CulturePages(edition, reference.theory()));
    }
}
