/**
 * The run store: every finished call in one SQLite file, on the disk before anybody sees it, and the union of several. A
 * store is looked at as a whole when it is opened, so that nothing that was paid for is bought again unsaid.
 */
package dev.valuecompass.llm.store;
