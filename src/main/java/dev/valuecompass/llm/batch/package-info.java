/**
 * Calls that are not made one by one: files of OpenAI batch lines with what came back for them, and the batches of
 * providers.
 */
package dev.valuecompass.llm.batch;
