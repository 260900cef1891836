/**
 * The items of a period: rounds that make new ones, the mixture with anchors and the pool, what they cost, and the work on
 * pools.
 */
package dev.valuecompass.pipeline.items;
