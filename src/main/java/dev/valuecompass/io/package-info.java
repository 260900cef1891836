/** Files: canonical JSON, JSON lines, CSV, YAML with places, atomic replace, checksums. Refuses NaN and infinities. */
package dev.valuecompass.io;
