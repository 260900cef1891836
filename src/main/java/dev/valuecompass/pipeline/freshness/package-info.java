/** What earlier periods mean for the items of this one: anchors are carried over, repeats are kept out. */
package dev.valuecompass.pipeline.freshness;
