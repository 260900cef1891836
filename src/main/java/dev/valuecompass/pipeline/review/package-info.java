/**
 * The reading of new items by a person, between making and asking them: what there is to read, what was decided, and the
 * gate at which a run waits.
 */
package dev.valuecompass.pipeline.review;
