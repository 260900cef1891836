/** Weighted sums of values, and whether the weights matter. */
package dev.valuecompass.scores.weights;
