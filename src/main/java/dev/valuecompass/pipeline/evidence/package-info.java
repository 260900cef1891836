/** Asks models something more about a frozen period, and says what came of it. */
package dev.valuecompass.pipeline.evidence;
