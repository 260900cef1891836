/**
 * The recogniser that needs no model behind an endpoint: sentences become vectors on this machine, and linear heads, fitted
 * and calibrated here on labelled examples, read the values from them. A value system that was never seen is read by its
 * definitions alone.
 */
package dev.valuecompass.recognition.embedded;
