/**
 * Makes a period's items for the systems that evolve: {@link dev.valuecompass.pipeline.rounds.Rounds} lets the generators
 * of {@code items} ask the panel and the recogniser read its answers, and keeps what came of it beside the periods.
 */
package dev.valuecompass.pipeline.rounds;
