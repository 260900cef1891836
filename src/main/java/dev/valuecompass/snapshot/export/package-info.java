/** What readers take away: the zip of a period and its tables. */
package dev.valuecompass.snapshot.export;
