package dev.valuecompass.site.methodology;

import java.util.StringJoiner;

/** A table in Markdown: columns of texts, then columns of numbers, which are set to the right. Cells are taken as they are. */
final class MarkdownTable {
    private final StringJoiner lines = new StringJoiner("\n");

    /** @param texts how many columns, from the first, hold texts */
    public MarkdownTable(int texts, String... heads) {
        row(heads);
        lines.add("|" + "---|".repeat(texts) + "--:|".repeat(heads.length - texts));
    }

    /** One row; as many cells as the table has columns. */
    void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
