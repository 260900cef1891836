package dev.valuecompass.site.view;

import java.util.List;

/** All models on all value systems of a period, a table each. */
public record ComparePage(String period, String lead, List<Part> parts) {
    /** @param id anchor of its heading */
    public record Part(String id, String name, Board board) {}
}
