package dev.valuecompass.site.data;

import dev.valuecompass.io.Digest;

/**
 * A file beside a period's data page.
 *
 * @param name relative to the data page
 * @param size in bytes
 * @param digest SHA-256; empty where the checksums do not list it
 * @param what it holds, for readers
 */
record PublishedFile(String name, long size, String digest, String what) {
    /** @param what it holds, for readers */
    static PublishedFile of(String name, byte[] bytes, String what) {
        return new PublishedFile(name, bytes.length, Digest.sha256(bytes), what);
    }
}
