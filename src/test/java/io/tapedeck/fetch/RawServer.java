package io.tapedeck.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that says what it was told to, valid or not, and then closes, or falls silent if it was told so. */
final class RawServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Socket> silent = new LinkedBlockingQueue<>();
    private final String answer;
    private final boolean closes;

    static RawServer answering(String answer) throws IOException {
        return new RawServer(answer, true);
    }

    static RawServer stallingAfter(String answer) throws IOException {
        return new RawServer(answer, false);
    }

    private RawServer(String answer, boolean closes) throws IOException {
        this.answer = answer;
        this.closes = closes;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                answer(server.accept());
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void answer(Socket socket) throws IOException {
        silent.add(socket);
        var request = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        while (closes && !request.readLine().isEmpty()) {
            // the request's head
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        if (closes) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : silent) {
            socket.close();
        }
    }
}
