/** What was asked about a frozen period beside it, as files: second instruments, instructions to hold a value, other conditions. */
package dev.valuecompass.snapshot.evidence;
