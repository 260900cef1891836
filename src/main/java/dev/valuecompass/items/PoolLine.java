package dev.valuecompass.items;

/** One line of a starting pool, before it is checked; any part may be missing. */
record PoolLine(String id, String dimension, String category, String text) {}
