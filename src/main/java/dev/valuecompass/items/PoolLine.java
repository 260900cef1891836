package dev.valuecompass.items;

/**
 * One line of a starting pool, before it is checked; any part may be missing.
 *
 * @param reviewed who has read the item and wants it as it is, whatever the screen finds in it; mostly null
 */
record PoolLine(String id, String dimension, String category, String text, String reviewed) {}
