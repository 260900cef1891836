/** What can be said of a period: its findings, the commentary that quotes them, and what changed since the one before. */
package dev.valuecompass.site.finding;
