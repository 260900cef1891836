package dev.valuecompass.recognition.embedded;

/**
 * One unit seen from one value, as an example to learn from.
 *
 * @param answer number of the labelled answer that it belongs to
 * @param label 1 expresses, 0 does not, -1 opposes
 */
record TrainingExample(int answer, String system, String dimension, AnswerForm form, Features features, int label) {}
