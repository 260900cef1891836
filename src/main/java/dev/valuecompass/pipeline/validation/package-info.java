/**
 * Whether the numbers can be believed: simulated models of known values through the whole line, recognisers on labels, and
 * labels by people.
 */
package dev.valuecompass.pipeline.validation;
