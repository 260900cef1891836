package dev.valuecompass.recognition.embedded;

import dev.valuecompass.recognition.embedded.features.Features;
import dev.valuecompass.recognition.embedded.features.Form;

/**
 * One unit seen from one value, as an example to learn from.
 *
 * @param answer number of the labelled answer that it belongs to
 * @param label 1 expresses, 0 does not, -1 opposes
 */
record Reading(int answer, String system, String dimension, Form form, Features features, int label) {}
