package dev.valuecompass.findings;

import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every finding of a period. */
public final class Findings {
    /** The claims that are looked into, in the order in which they are told; a fork adds its own here. */
    private static final List<Claim> CLAIMS = List.of(
            new ValueHierarchy(),
            new CircularOrder(),
            new NearestCultures(),
            new CeilingEffect(),
            new StaticAndEvolving(),
            GroupContrast.openAndProprietary(),
            GroupContrast.reasoningAndChat(),
            new FamilyLikeness(),
            new SizeTrend(),
            new PronouncedProfiles(),
            new ValueContrasts(),
            new SystemCorrelations(),
            new AnchorDrift());

    private Findings() {}

    /**
     * The same period always gives the same findings, to the last digit.
     *
     * @param before the period that came before, where there is one
     */
    public static List<Finding> of(PeriodRecord period, Optional<PeriodRecord> before, Theory theory) {
        PeriodFigures figures = new PeriodFigures(period, before, theory);
        List<Finding> findings = new ArrayList<>();
        CLAIMS.forEach(claim -> findings.addAll(claim.of(figures)));
        Set<String> ids = new HashSet<>();
        findings.forEach(finding -> {
            if (!ids.add(finding.id())) {
                throw new IllegalStateException("two findings have the id " + finding.id());
            }
        });
        return List.copyOf(findings);
    }
}
