/** How the fictional models put things: phrases of a value system, and dice that fall the same way each time. */
package dev.valuecompass.llm.simulated.phrases;
