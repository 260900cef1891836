package dev.valuecompass.site.model;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.board.Rose;
import dev.valuecompass.site.culture.CultureFits;
import dev.valuecompass.site.text.Badge;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Fact;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Segment;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a period says about one model.
 *
 * @param notes what a reader must know; null for none
 * @param portrait sentences that compare it with the others
 * @param caseValues names of the values by id, as JSON, for filtering the cases
 * @param history one for each period that has the model, newest first; empty where there is only one
 */
@ByName
public record ModelPage(
        String period,
        String name,
        List<Fact> facts,
        String notes,
        List<String> portrait,
        List<PastRanks> history,
        List<SystemProfile> profiles,
        CultureFits cultures,
        List<CaseGroup> cases,
        String caseValues,
        ModelFacts origin,
        List<Badge> badges) {

    /**
     * A period in the life of the model.
     *
     * @param page of the model in that period
     * @param ranks on each system, such as {@code 3 of 33}
     * @param since how far it compares with the period before
     */
    public record PastRanks(Link page, List<Cell> ranks, String since) {}

    /** Another model and how far away it is. */
    public record SimilarModel(Link model, String distance) {}

    /**
     * The model on one value system.
     *
     * @param summary mean, rank and coverage in a sentence
     * @param nearest models with the most similar scores, nearest first
     * @param rose null where there is no figure
     */
    public record SystemProfile(
            String id,
            String name,
            Link board,
            String summary,
            List<SimilarModel> nearest,
            Rose rose,
            List<ValueScore> lines,
            boolean winRates) {
        /** Whether the period says of any value how many items were asked. */
        public boolean counted() {
            return lines.stream().anyMatch(line -> !line.asked().text().equals(Figures.MISSING));
        }

        /** Whether the recogniser's error is known for any figure. */
        public boolean erring() {
            return lines.stream().anyMatch(line -> !line.beside().equals(Figures.MISSING));
        }

        /** Whether figures are corrected by labels of people. */
        public boolean corrected() {
            return lines.stream().anyMatch(ValueScore::corrected);
        }

        /** Whether it is known of any figure how much its answers hang together. */
        public boolean clustered() {
            return lines.stream().anyMatch(line -> !line.designEffect().equals(Figures.MISSING));
        }

        /** The key of the text that explains the drawings. */
        public String legend() {
            return ScoreDot.legend(lines.stream().map(ValueScore::dot));
        }
    }

    /**
     * The model on one dimension.
     *
     * @param asked coverage of the cell
     * @param beside the interval without the recogniser's error; of a corrected score what was read
     * @param corrected whether the score is corrected by labels of people
     */
    @ByName
    public record ValueScore(
            String name,
            String definition,
            Cell score,
            ScoreDot dot,
            String rank,
            String winRate,
            Cell asked,
            String beside,
            boolean corrected,
            String designEffect) {}

    /**
     * A figure among those of the other models, on a drawing 200 wide that spans 0 to 100.
     *
     * @param low null when the uncertainty is not reported
     */
    public record ScoreDot(String at, String low, String high, String fieldLow, String fieldWidth, String middle) {
        /** The key of the text that says what such drawings show. @param dots null for those without a figure */
        static String legend(Stream<ScoreDot> dots) {
            return dots.anyMatch(dot -> dot != null && dot.low != null) ? "dots.legend-intervals" : "dots.legend";
        }
    }

    /**
     * Where the figures of the model come from and what they cost.
     *
     * @param files with everything that was recorded of it; empty when the source publishes none
     */
    public record ModelFacts(List<Fact> facts, List<Link> files) {}

    /** @param warning null where none is needed */
    public record CaseGroup(String id, String heading, String warning, List<CaseView> cases) {}

    /**
     * One published answer.
     *
     * @param shortened says that the answer was cut; null when it is whole
     * @param silent the values that the answer does not touch; null when each has a reading
     * @param item null when the item is not published
     */
    public record CaseView(
            String anchor,
            String prompt,
            List<Segment> answer,
            boolean named,
            String shortened,
            List<LabelView> readings,
            SilentValues silent,
            Link item) {}

    /** @param ids of the values, with {@code |} between them */
    public record SilentValues(String ids, String text) {}

    /**
     * What was read in an answer for one value.
     *
     * @param label {@code expresses}, {@code not} or {@code opposes}
     * @param level from −1, opposed throughout, by 0, not shown, to 1; where the source has scores alone, the score
     */
    public record LabelView(String dimension, String label, String level, String text) {}
}
