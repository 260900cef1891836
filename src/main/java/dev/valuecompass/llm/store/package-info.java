/** The run store: every finished call in one SQLite file, on the disk before anybody sees it, and the union of several. */
package dev.valuecompass.llm.store;
