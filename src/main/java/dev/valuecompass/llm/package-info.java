/**
 * One interface, {@link dev.valuecompass.llm.ChatModel}; its endpoints (OpenAI-compatible, recorded, simulated) and the
 * chain around them, outermost first: run store, retry, pacing, endpoint.
 */
package dev.valuecompass.llm;
