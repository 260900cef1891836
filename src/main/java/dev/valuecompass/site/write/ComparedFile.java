package dev.valuecompass.site.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Holds what would be written against what a file holds. Leaves the channel open. */
final class ComparedFile extends OutputStream {
    private final FileChannel channel;
    private final ByteBuffer chunk;
    private boolean same = true;

    /** @param chunk nobody else's until the comparison is done */
    ComparedFile(FileChannel channel, ByteBuffer chunk) {
        this.channel = channel;
        this.chunk = chunk.clear().limit(0);
    }

    /** Whether the file holds what was written, and nothing after it. */
    boolean same() throws IOException {
        return same && !chunk.hasRemaining() && channel.position() == channel.size();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; same && at < from + length; ) {
            if (!chunk.hasRemaining() && !fill()) {
                same = false;
                return;
            }
            int n = Math.min(chunk.remaining(), from + length - at);
            ByteBuffer next = chunk.slice(chunk.position(), n);
            same = next.mismatch(ByteBuffer.wrap(bytes, at, n)) < 0;
            chunk.position(chunk.position() + n);
            at += n;
        }
    }

    private boolean fill() throws IOException {
        chunk.clear();
        int read = channel.read(chunk);
        chunk.flip();
        return read > 0;
    }
}
