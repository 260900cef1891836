package dev.valuecompass.site.board;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * The leaderboard of one value system in one period.
 *
 * @param tabs the systems of the period
 * @param questions what visitors come with, each leading to an answer; empty on all pages but the first ones
 * @param strips every model on every value; null where there is a rose or none
 * @param rose what all models together show; null when there are no figures
 * @param pairs which models are told apart; null where that is not known or too much for a picture
 * @param costs what the models cost beside what they reach; null on pages that do not ask
 * @param presets weights to choose from, as JSON, for the scripts
 */
@ByName
public record BoardPage(
        Introduction opening,
        List<Question> questions,
        Strips strips,
        List<Link> tabs,
        Board board,
        Rose rose,
        Pairs pairs,
        Costs costs,
        List<Definition> definitions,
        List<Direction> directions,
        List<Link> related,
        String presets) {

    /**
     * @param kicker what this is, above the heading
     * @param lead what was done, in a sentence or two
     * @param verdict what came out, in a sentence or two
     * @param caution why more is not better; null for systems where it is
     * @param changes what changed since the period before; null for the first
     */
    public record Introduction(
            String kicker, String heading, String lead, String verdict, String caution, Link changes) {}

    /** @param answer what these figures say to it, in a sentence */
    public record Question(Link page, String answer) {}

    /** A line for each value, from 0 to 100 on a width of 200, with a dot for each model. */
    public record Strips(String title, List<Strip> lines) {}

    /**
     * @param dots as a path of points
     * @param mean of all models
     */
    public record Strip(Link value, String tone, String y, String dots, String mean) {}

    /**
     * A matrix with a row and a column for each model, in the order of the table.
     *
     * @param told what the tests found, in a sentence
     * @param apart the cells of the pairs that are told apart, as a path on a grid of ones
     */
    public record Pairs(String told, List<String> models, String apart) {}

    /**
     * What a thousand answers cost, beside the score, or where more is not better beside how exact the scores are. The picture
     * is 400 wide and 280 high.
     *
     * @param sentence whom no cheaper model reaches, or why there is no picture
     * @param points the cheapest first; empty where there is no picture
     * @param frontier from the cheapest of those that no cheaper model reaches to the best, as a path of steps
     * @param unpriced names of the models that are left out, in a sentence; empty for none
     */
    @ByName
    public record Costs(
            String sentence,
            String axis,
            String figure,
            List<Tick> dollars,
            List<Tick> figures,
            List<CostPoint> points,
            String frontier,
            String unpriced) {}

    /** @param at on the axis, in units of the picture */
    public record Tick(String at, String text) {}

    /**
     * @param ends of the interval, from low to high on the page; null where there is none
     * @param label null where none finds room
     * @param first whether no cheaper model reaches it
     */
    @ByName
    public record CostPoint(
            Link model,
            String x,
            String y,
            List<String> ends,
            CostLabel label,
            boolean first,
            Cell dollars,
            Cell figure,
            String interval) {}

    /** @param away whether a line leads to it @param roomy whether it shows on wide screens only */
    public record CostLabel(String x, String y, String anchor, String drop, boolean away, boolean roomy) {}

    /**
     * @param mean of all models; null where the page shows other figures than scores
     * @param tone class name of its group
     */
    public record Definition(String id, String name, String text, String source, String mean, String tone) {}

    /** A higher-order group. */
    public record Direction(
            String id,
            String name,
            String definition,
            String members,
            String mean,
            String tone,
            List<ModelFigure> highest) {}

    /** A model and its figure. */
    public record ModelFigure(Link model, String value) {}
}
