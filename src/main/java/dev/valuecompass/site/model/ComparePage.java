package dev.valuecompass.site.model;

import dev.valuecompass.site.board.Board;
import java.util.List;

/**
 * All models on all value systems of a period, a table each.
 *
 * @param series the surveys that fit its systems, as JSON for the scripts
 * @param harmful ids of the systems whose requests ask for harm, with {@code |} between them
 * @param drawn what intervals of the period resample, {@code ITEM} or {@code TOPIC}
 */
public record ComparePage(
        String period, String lead, List<SystemBoard> parts, String series, String harmful, String drawn) {
    /** @param id anchor of its heading */
    public record SystemBoard(String id, String name, Board board) {}
}
