/** How a command speaks: options that many commands share, the progress of a run, and text made safe for a terminal. */
package dev.valuecompass.cli.terminal;
