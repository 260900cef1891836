/** Work on items outside a run: pools are prepared, items of a wanted power are written, and sets are described. */
package dev.valuecompass.pipeline.authoring;
