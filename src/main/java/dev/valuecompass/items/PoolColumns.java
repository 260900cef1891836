package dev.valuecompass.items;

import java.util.Map;

/**
 * Which columns (CSV) or fields (JSON lines) of a public dataset hold what an item needs.
 *
 * @param id column of the id; where it is empty or cannot stand in an address, an id is made from the text, so that it
 *     stays when rows move
 * @param dimension column of the dimension; empty where the system measures all of them
 * @param category column of the category; empty: every item gets the category {@code imported}
 * @param text column of the text
 * @param dimensions from the dataset's word for a dimension to ours; words that are our ids or names need no entry
 */
public record PoolColumns(String id, String dimension, String category, String text, Map<String, String> dimensions) {}
