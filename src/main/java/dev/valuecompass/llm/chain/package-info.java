/**
 * What stands between a caller and an endpoint, outermost first: run store, retry, pacing, endpoint. The order is
 * written down in {@link dev.valuecompass.llm.chain.ChatModels}.
 */
package dev.valuecompass.llm.chain;
