package dev.valuecompass.site.board;

import dev.valuecompass.site.frame.Link;
import java.util.List;

/**
 * The leaderboard of one value system in one period.
 *
 * @param tabs the systems of the period
 * @param rose what all models together show; null when there are no figures
 * @param presets weights to choose from, as JSON, for the scripts
 */
public record BoardPage(
        Introduction opening,
        List<Link> tabs,
        Board board,
        Rose rose,
        List<Definition> definitions,
        List<Direction> directions,
        List<Link> related,
        String presets) {

    /**
     * @param kicker what this is, above the heading
     * @param lead what was done, in a sentence or two
     * @param verdict what came out, in a sentence or two
     * @param caution why more is not better; null for systems where it is
     */
    public record Introduction(String kicker, String heading, String lead, String verdict, String caution) {}

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
