/** What is not known: intervals from resampled items, rank intervals, and which models can be told apart. */
package dev.valuecompass.scores.interval;
