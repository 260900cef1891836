package dev.valuecompass.site.item;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.model.ModelPage;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Fact;
import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * One thing that was asked, and how every model answered.
 *
 * @param heading the text itself, or where that may distress a name for it
 * @param text null where the heading says it
 * @param warning null where none is needed; then texts and answers are closed
 * @param all leads to its row in the list
 * @param powers a line for each value that it measures; empty when nothing is known
 * @param read how each model was read; null when the source does not say
 * @param lineage null when nothing is known of where it comes from
 * @param before the more telling one in the list; null for the first
 * @param after the less telling one; null for the last
 */
@ByName
public record ItemPage(
        String period,
        String heading,
        String text,
        String warning,
        Link all,
        List<Fact> facts,
        List<Power> powers,
        LabelTable read,
        AnswerList answers,
        Lineage lineage,
        Link before,
        Link after) {

    /**
     * Its power on one value.
     *
     * @param bits entropy of the labels
     * @param share of the most there can be, in percent
     * @param consistency how much lies between models
     * @param counts how many answers fell where
     */
    public record Power(
            String name, String definition, Cell bits, String share, String consistency, LabelCounts counts) {}

    /** How many answers say what of a value; null shares where there is no answer. @param shape widths of the parts of a bar of 100 */
    public record LabelCounts(String shown, String silent, String opposed, String unread, Shape shape) {}

    /** Parts of a bar from 0 to 100: shown, then neither, then opposed. */
    public record Shape(String shown, String opposedFrom, String opposed) {}

    /**
     * @param columns short names of the values
     * @param note says which models are left out; null when none is
     */
    public record LabelTable(List<ValueColumn> columns, List<ModelLabels> lines, String note) {}

    /** A dimension that the item is read for, above its labels. @param title its whole name */
    public record ValueColumn(String name, String title) {}

    /** @param answer leads to the published answer; null when there is none */
    public record ModelLabels(Link model, List<LabelMark> marks, String outcome, Link answer) {}

    /**
     * How an answer was read for one value.
     *
     * @param kind {@code expresses}, {@code not}, {@code opposes}, {@code unread} or {@code mixed}
     * @param sign one character for each sample
     * @param strength of a published answer, from 0 to 1; null when unknown
     */
    public record LabelMark(String kind, String sign, String strength) {}

    /** @param others models whose answers stand on their own pages alone */
    public record AnswerList(List<ShownAnswer> shown, List<Link> others) {}

    /** A published answer to the item. @param page of the model */
    public record ShownAnswer(String model, Link page, ModelPage.CaseView view) {}

    /**
     * Where it comes from.
     *
     * @param steps from the first known ancestor to the item itself
     * @param children what was made from it
     */
    public record Lineage(List<Ancestor> steps, List<Link> children) {}

    /**
     * @param kind such as {@code Topic} or {@code Generated}
     * @param text null when only the id is known
     * @param page null when there is none to lead to, or it is this one
     */
    public record Ancestor(String kind, String id, String text, String page, String origin, String digest) {}
}
