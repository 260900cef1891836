package dev.valuecompass.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and digests what passes through. */
public final class MeasuredOutput extends FilterOutputStream {
    private final MessageDigest digest = Digest.fresh();
    private long size;

    /** @param out gets every byte; it is closed with this one */
    public MeasuredOutput(OutputStream out) {
        super(out);
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** SHA-256 of everything so far, in lower-case hexadecimal; nothing may be written afterwards. */
    public String sha256() {
        return Digest.hex(digest.digest());
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        size++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }
}
