package io.tapedeck.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tapedeck.runtime.InvocationDeadline;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;

/** The gateway alone on a port of its own, and requests to it that are sent as they are written. */
final class RunningGateway implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    RunningGateway(Template template, Functions functions, Bodies bodies) {
        var router = Router.router(vertx);
        new Gateway(template, functions, new InvocationDeadline(), Clock.systemUTC(), bodies).register(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    Caller connect() throws IOException {
        return new Caller(new Socket("127.0.0.1", server.actualPort()));
    }

    /** Sends a request on a connection of its own, and returns what comes until it is closed. */
    String send(String request) throws IOException {
        try (var caller = connect()) {
            return caller.send(request.replaceFirst("\r\n", "\r\nConnection: close\r\n"))
                    .rest();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A connection. */
    record Caller(Socket socket) implements AutoCloseable {

        Caller send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            return this;
        }

        /** The head of the next answer. */
        String head() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new IOException("closed after " + head);
                }
                head.append((char) next);
            }
            return head.toString();
        }

        /** All that comes until the connection is closed. */
        String rest() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
