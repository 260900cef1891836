/** How a run shows that it is alive: live lines on a terminal, plain lines elsewhere, JSON lines for machines. */
package dev.valuecompass.cli.progress;
