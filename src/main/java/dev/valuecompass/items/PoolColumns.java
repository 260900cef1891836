package dev.valuecompass.items;

import java.util.Map;

/**
 * Where a public dataset holds what an item needs: columns of a table, or fields of JSON. What begins with a slash is a JSON
 * pointer (RFC 6901) from the item; several, with {@code " + "} between them, are put together with an empty line between.
 *
 * @param items pointer to the list of items in a JSON document, in which {@code *} stands for every entry; empty for JSON
 *     lines, or a document that is a list
 * @param id column of the id; where it is empty or cannot stand in an address, an id is made from the text, so that it
 *     stays when rows move
 * @param dimension column of the dimension; empty where the system measures all of them
 * @param category column of the category; empty: every item gets the category {@code imported}
 * @param text column of the text
 * @param dimensions from the dataset's word for a dimension to ours; words that are our ids or names need no entry
 */
public record PoolColumns(
        String items, String id, String dimension, String category, String text, Map<String, String> dimensions) {
    /** Of a table, JSON lines or a list. */
    PoolColumns(String id, String dimension, String category, String text, Map<String, String> dimensions) {
        this("", id, dimension, category, text, dimensions);
    }
}
