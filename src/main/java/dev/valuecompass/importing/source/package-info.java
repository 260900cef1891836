/** What another platform publishes: its files, their layout and their tables. */
package dev.valuecompass.importing.source;
