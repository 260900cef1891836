/**
 * Endpoints that speak the OpenAI chat-completions API: what is sent, and how the many things that come back are told
 * apart.
 */
package dev.valuecompass.llm.openai;
