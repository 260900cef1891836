package dev.valuecompass.llm.openai;

import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/** Takes for the answer to a request only what came after it, and never uses a connection again that holds more. */
final class OneAnswerEach implements Interceptor {
    private final AnswerSockets sockets;

    OneAnswerEach(AnswerSockets sockets) {
        this.sockets = sockets;
    }

    /** A connection that holds what nobody asked for; the request was not sent. */
    static final class UnexpectedBytes extends IOException {
        private static final long serialVersionUID = 1;

        UnexpectedBytes() {
            super("the connection holds what nobody asked for");
        }
    }

    /** The answer to a request lay on the connection before the request was sent. */
    static final class AnsweredBefore extends IOException {
        private static final long serialVersionUID = 1;

        AnsweredBefore() {
            super("what the server sent was there before it was asked; it is not taken for the answer");
        }
    }

    /** A server that expects TLS was spoken to without. */
    static final class ExpectsTls extends IOException {
        private static final long serialVersionUID = 1;

        ExpectsTls(IOException cause) {
            super("the server answers with TLS", cause);
        }
    }

    /** Asks on another connection until one is clean; a new one always is. */
    static Response onCleanConnection(Interceptor.Chain chain) throws IOException {
        while (true) {
            try {
                return chain.proceed(chain.request());
            } catch (UnexpectedBytes e) {
                // It was closed, and the next one is taken.
            }
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        AnswerSockets.Listening socket = connection == null || connection.protocol() == Protocol.HTTP_2
                ? null
                : sockets.of(connection.socket()).orElse(null);
        return socket == null ? chain.proceed(chain.request()) : ask(chain, connection.handshake() != null, socket);
    }

    private static Response ask(Chain chain, boolean secure, AnswerSockets.Listening socket) throws IOException {
        if (!socket.begin()) {
            socket.close();
            throw new UnexpectedBytes();
        }
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            throw !secure && socket.heardTls() ? new ExpectsTls(e) : e;
        }
        if (!socket.answered()) {
            response.close();
            socket.close();
            throw new AnsweredBefore();
        }
        socket.expect(secure ? -1 : response.body().contentLength());
        return response;
    }
}
