package dev.valuecompass.site.finding;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.text.Link;
import java.util.List;

/** Whether a period is any good. @param links to the figures as a file, how they are computed, and the findings */
public record ValidityPage(String period, String lead, List<Link> links, List<SystemSection> systems) {
    /**
     * One value system.
     *
     * @param judgements about the system as a whole
     * @param missing what the period does not hold; empty when nothing is missing
     * @param lengths models at equal length of answers; empty where lengths were not frozen
     * @param subjects null where no value can be told apart by subject
     * @param cost null where reliability is not known
     * @param evidence what was asked about the period beside it
     */
    @ByName
    public record SystemSection(
            String anchor,
            String name,
            List<Judgement> judgements,
            List<ValueRow> rows,
            String missing,
            List<LengthRow> lengths,
            SubjectTable subjects,
            CostFigure cost,
            List<Evidence> evidence) {}

    /**
     * Further questions to the models: what they told, and a table of it.
     *
     * @param id unique on the page
     * @param columns behind the first
     */
    public record Evidence(
            String id,
            String heading,
            List<String> sentences,
            String caption,
            String first,
            List<String> columns,
            List<EvidenceRow> rows) {}

    /** A value or a model. @param about without an address where it has no page @param cells one for each column */
    public record EvidenceRow(Link about, List<String> cells) {}

    /** The mean of a model over all values as it is, at equal length, and the difference. */
    public record LengthRow(Link model, String raw, String equal, String difference) {}

    /**
     * What a check came to.
     *
     * @param kind {@code held} for a pass, {@code not-held} for a failure, {@code weak} or {@code unknown}
     * @param about what was checked
     * @param figures may be empty
     */
    public record Judgement(String kind, String about, String grade, String sentence, String figures) {}

    /** One value. @param figures a cell for each further column */
    public record ValueRow(Link value, Judgement verdict, List<String> figures) {}
}
