package dev.valuecompass.site.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Gathers what is written, so that a file of a few kilobytes is one call of the system. Leaves the channel open. */
final class ChunkedOutput extends OutputStream {
    private final FileChannel channel;
    private final ByteBuffer chunk;

    /** @param chunk nobody else's until this is closed */
    ChunkedOutput(FileChannel channel, ByteBuffer chunk) {
        this.channel = channel;
        this.chunk = chunk.clear();
    }

    @Override
    public void write(int b) throws IOException {
        if (!chunk.hasRemaining()) {
            empty();
        }
        chunk.put((byte) b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; ) {
            if (!chunk.hasRemaining()) {
                empty();
            }
            int n = Math.min(chunk.remaining(), from + length - at);
            chunk.put(bytes, at, n);
            at += n;
        }
    }

    @Override
    public void close() throws IOException {
        empty();
    }

    private void empty() throws IOException {
        chunk.flip();
        while (chunk.hasRemaining()) {
            channel.write(chunk);
        }
        chunk.clear();
    }
}
