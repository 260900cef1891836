/** Takes keys out of texts that others wrote, in whatever form they were put there. */
package dev.valuecompass.llm.masking;
