/** Published results of other platforms into our snapshot format. Nothing is repaired silently. */
package dev.valuecompass.importing;
