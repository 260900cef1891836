/** What a set of items looks like: the figures that papers on generated benchmarks print. */
package dev.valuecompass.items.stats;
