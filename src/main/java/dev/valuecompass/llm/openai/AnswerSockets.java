package dev.valuecompass.llm.openai;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.SocketFactory;

/**
 * Sockets of HTTP/1.1 that know whether what is read from them can be the answer to what was last asked. The HTTP client
 * takes whatever lies on a connection for the answer to its next request, so a server that answers twice would have every
 * later answer belong to another question.
 */
final class AnswerSockets extends SocketFactory {
    private record Ends(SocketAddress here, SocketAddress there) {
        static Ends of(Socket socket) {
            return new Ends(socket.getLocalSocketAddress(), socket.getRemoteSocketAddress());
        }
    }

    /** Those that are connected: where there is TLS around a socket, only its ends tell which it is. */
    private final ConcurrentMap<Ends, Listening> connected = new ConcurrentHashMap<>();

    /** What is known of a connection; empty when it is none of these sockets. */
    Optional<Listening> of(Socket socket) {
        return Optional.ofNullable(connected.get(Ends.of(socket)));
    }

    @Override
    public Socket createSocket() {
        return new Listening();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the HTTP client connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return createSocket(address, port);
    }

    /** For one thread at a time, as a connection of HTTP/1.1 is. */
    final class Listening extends Socket {
        private static final int TLS_ALERT = 21;

        private Ends ends;
        private InputStream heard;
        private boolean used;
        private int first = -1;
        private long read;
        private long head = -1;
        private int lineEnds;
        private long body = -1;

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            super.connect(endpoint, timeout);
            ends = Ends.of(this);
            connected.put(ends, this);
        }

        @Override
        public synchronized void close() throws IOException {
            if (ends != null) {
                connected.remove(ends, this);
            }
            super.close();
        }

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (heard == null) {
                heard = new FilterInputStream(super.getInputStream()) {
                    @Override
                    public int read() throws IOException {
                        byte[] one = new byte[1];
                        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        int count = super.read(bytes, from, length);
                        note(bytes, from, count);
                        return count;
                    }
                };
            }
            return heard;
        }

        private void note(byte[] bytes, int from, int count) {
            for (int i = 0; i < count && head < 0; i++) {
                byte b = bytes[from + i];
                first = first < 0 ? b : first;
                lineEnds = b == '\n' ? lineEnds + 1 : b == '\r' ? lineEnds : 0;
                head = lineEnds == 2 ? read + i + 1 : head;
            }
            read += Math.max(0, count);
        }

        /** To be told before a request is sent. Returns false when more was received than the answers asked for. */
        boolean begin() throws IOException {
            boolean clean = !used || getInputStream().available() == 0 && (body < 0 || read == head + body);
            used = true;
            first = -1;
            read = 0;
            head = -1;
            lineEnds = 0;
            body = -1;
            return clean;
        }

        /** Whether anything came since the request was sent: an answer that was there before is none to it. */
        boolean answered() {
            return read > 0;
        }

        /** @param length of the body in bytes as they travel, on a connection without TLS; negative when not known */
        void expect(long length) {
            body = length;
        }

        /** Whether the first that came was no HTTP but an alert of TLS, on a connection without. */
        boolean heardTls() {
            return first == TLS_ALERT;
        }
    }
}
