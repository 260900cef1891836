/**
 * Turns {@code leaderboard.yml} into immutable records. All mistakes are reported at once, each with file, line, the
 * wrong value and the remedy.
 */
package dev.valuecompass.config;
