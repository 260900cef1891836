/** Commands that make, prepare, write, export and measure items. */
package dev.valuecompass.cli.items;
