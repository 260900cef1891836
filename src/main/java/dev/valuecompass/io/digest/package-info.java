/** Digests: SHA-256 of texts and files, checksum files, and streams that are digested as they are written. */
package dev.valuecompass.io.digest;
