/** What comes back from an endpoint, read in all its shapes: answers, refusals, filters, errors, and delays asked for. */
package dev.valuecompass.llm.openai.reply;
