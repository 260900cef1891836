/** Intervals, tests and contrasts that figures are published with. */
package dev.valuecompass.scores.statistics;
