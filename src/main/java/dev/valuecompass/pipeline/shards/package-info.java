/**
 * Past one machine, and back: a run in parts that share nothing, the union of what they stored, and a period from stored
 * answers alone.
 */
package dev.valuecompass.pipeline.shards;
