/** What every command shares: where it speaks, its options for places and periods, its exit codes. */
package dev.valuecompass.cli.console;
