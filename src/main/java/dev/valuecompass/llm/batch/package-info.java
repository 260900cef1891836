/** Calls as files: what a run still needs as OpenAI batch lines, and answers and errors back from whoever worked through them. */
package dev.valuecompass.llm.batch;
