/** What all ways of making new items share: asking the explorers, work side by side, the record of how an item came about. */
package dev.valuecompass.items.evolving;
