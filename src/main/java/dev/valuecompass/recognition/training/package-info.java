/** Fits the embedded recogniser on labelled answers, and calibrates it on answers that it was not fitted on. */
package dev.valuecompass.recognition.training;
