/** Periods as folders: written once, read with every check, revised with a reason, upgraded on read, verified. */
package dev.valuecompass.snapshot.store;
