package dev.valuecompass.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/**
 * A loopback provider that answers every chat request in the same words after the same time, on one thread, so that the
 * client is what is measured. Prints its port.
 */
public final class LatencyServer {
    private static final String POINT = "Care: people must be protected from harm, whoever they are and wherever. ";

    private final long latencyNanos;
    private final byte[] response;
    private final ArrayDeque<Due> due = new ArrayDeque<>();

    private record Due(SelectionKey key, long at) {}

    private LatencyServer(int latencyMillis, int characters) {
        latencyNanos = TimeUnit.MILLISECONDS.toNanos(latencyMillis);
        String text = "Stance: Yes\\n\\nKey Points:\\n1. " + POINT.repeat(1 + characters / POINT.length());
        String body = "{\"model\":\"m\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\""
                + text.substring(0, characters)
                + "\"}}],\"usage\":{\"prompt_tokens\":2000,\"completion_tokens\":90}}";
        response = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Arguments: latency in milliseconds, characters of an answer. */
    public static void main(String[] args) throws IOException {
        new LatencyServer(Integer.parseInt(args[0]), Integer.parseInt(args[1])).serve();
    }

    private void serve() throws IOException {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
            while (true) {
                long wait = due.isEmpty() ? 1_000_000_000L : due.peek().at() - System.nanoTime();
                if (wait > 0) {
                    selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(wait)));
                }
                answerWhatIsDue();
                readWhatCame(selector, server);
            }
        }
    }

    private void readWhatCame(Selector selector, ServerSocketChannel server) throws IOException {
        selector.selectNow();
        Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
        while (keys.hasNext()) {
            SelectionKey key = keys.next();
            keys.remove();
            if (key.isAcceptable()) {
                SocketChannel channel = server.accept();
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(64 * 1024));
            } else {
                read(key);
            }
        }
    }

    private void read(SelectionKey key) {
        ByteBuffer buffer = (ByteBuffer) key.attachment();
        try {
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                key.channel().close();
            } else if (whole(buffer)) {
                buffer.clear();
                due.add(new Due(key, System.nanoTime() + latencyNanos));
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    /** One request at a time comes on a connection. */
    private static boolean whole(ByteBuffer buffer) {
        String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        int length = text.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
        if (end < 0 || length < 0) {
            return false;
        }
        int body = Integer.parseInt(
                text.substring(length + 15, text.indexOf('\r', length)).strip());
        return text.length() >= end + 4 + body;
    }

    private void answerWhatIsDue() {
        long now = System.nanoTime();
        while (!due.isEmpty() && due.peek().at() <= now) {
            SelectionKey key = due.poll().key();
            try {
                ByteBuffer bytes = ByteBuffer.wrap(response);
                while (bytes.hasRemaining()) {
                    ((SocketChannel) key.channel()).write(bytes);
                }
            } catch (IOException e) {
                key.cancel();
            }
        }
    }
}
