/** Reads the files of the theory, each kind by a class of its own, and reports the mistakes of all of them together. */
package dev.valuecompass.value.file;
