/** Files: canonical JSON, JSON lines, CSV, places and mistakes, atomic replace. Refuses NaN and infinities. */
package dev.valuecompass.io;
