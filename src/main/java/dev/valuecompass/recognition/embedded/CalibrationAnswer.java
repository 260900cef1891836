package dev.valuecompass.recognition.embedded;

/**
 * One labelled answer as the recogniser would read it, to measure a fit on.
 *
 * @param fold of its prompt, from 0
 * @param label 1 expresses, 0 does not, -1 opposes
 */
record CalibrationAnswer(int fold, String system, String dimension, View view, int label) {}
