package dev.valuecompass.site.write;

import java.io.IOException;
import java.io.OutputStream;

/** What a file holds, where it is too large to lie in memory. */
@FunctionalInterface
public interface Content {
    /** Says all of it; each time the same. The stream is left open. */
    void writeTo(OutputStream out) throws IOException;
}
