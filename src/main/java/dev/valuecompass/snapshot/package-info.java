/** The frozen JSON of one period: written once, read forever, upgraded on read, verified. */
package dev.valuecompass.snapshot;
