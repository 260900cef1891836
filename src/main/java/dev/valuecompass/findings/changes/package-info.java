/** Between two periods: whether they compare, who moved and why, and what the items they share say. */
package dev.valuecompass.findings.changes;
