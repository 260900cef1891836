/** What calls cost: by our prices, in tokens and in US dollars, and the most that one can cost before it is sent. */
package dev.valuecompass.llm.cost;
