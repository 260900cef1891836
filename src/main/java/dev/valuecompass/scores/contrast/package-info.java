/** Statistics that tell groups of models from each other, and correlations with what is not known about them. */
package dev.valuecompass.scores.contrast;
