/**
 * Labels by people: which answers to label, the page on which they are labelled, what comes back, and the gold file of a
 * period.
 */
package dev.valuecompass.pipeline.gold;
