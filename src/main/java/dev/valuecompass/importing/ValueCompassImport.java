package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot.Erratum;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads what the original platform publishes: scores, model facts, cases and culture fits of one period. */
public final class ValueCompassImport {
    private final SourceFiles files;
    private final String source;
    private final Layout layout = Layout.named("value-compass");
    private final Consumer<Defect> doubts;

    /**
     * @param source folder or address of the published files, as the user named it
     * @param doubts is told what is no defect and looks wrong all the same
     */
    public ValueCompassImport(SourceFiles files, String source, Consumer<Defect> doubts) {
        this.files = files;
        this.source = source;
        this.doubts = doubts;
    }

    /** Every defect with a proposed fix, as the YAML that {@link #period} takes. */
    public String suggestFixes() {
        Publication publication = Publication.read(files, layout);
        Oddities.of(publication).forEach(doubts);
        return new FixList(Inspection.of(publication).stream()
                        .map(PublicationDefect::fix)
                        .toList())
                .yaml();
    }

    /**
     * Converts the publication to a period. Nothing is repaired but what {@code fixes} says.
     *
     * @param fixes a reviewed file of fixes; null for none
     * @throws UnmendedException listing every defect that no fix mends
     * @throws DataException when files cannot be read, or a fix is for another value than the published one
     */
    public PeriodRecord period(String period, Path fixes, Theory theory) {
        Publication publication = Publication.read(files, layout);
        List<Erratum> errata = (fixes == null ? FixList.NONE : FixList.read(fixes)).apply(publication);
        List<PublicationDefect> left = Inspection.of(publication);
        if (!left.isEmpty()) {
            throw new UnmendedException(
                    left.stream().map(PublicationDefect::defect).toList());
        }
        Oddities.of(publication).forEach(doubts);
        return new Conversion(publication, theory, source).period(period, errata);
    }
}
