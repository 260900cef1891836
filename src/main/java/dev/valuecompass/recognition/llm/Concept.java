package dev.valuecompass.recognition.llm;

import dev.valuecompass.recognition.Evidence;

/**
 * Something in an answer that matters for a value.
 *
 * @param dimension id of the value
 * @param text what it is, in the large model's words
 * @param evidence where the answer says it
 */
record Concept(String dimension, String text, Evidence evidence) {}
