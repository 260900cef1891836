/** An endpoint that answers from a file of answers which somebody collected elsewhere. */
package dev.valuecompass.llm.recorded;
