/** Recognisers: read one answer and say which values it shows, how strongly, and where. */
package dev.valuecompass.recognition;
