/** Proof that the figures mean something: models whose values are known go through the whole line. */
package dev.valuecompass.pipeline.recovery;
