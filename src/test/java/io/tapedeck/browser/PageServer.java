package io.tapedeck.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.tapedeck.page.Assets;
import io.tapedeck.page.SharePage;
import io.tapedeck.page.Shares;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The pages as they are served, with shares that are made up, and the audio of another origin. */
final class PageServer implements AutoCloseable {
    private static final String PASSWORD = "password=right & proper";

    private final SharePage page = new SharePage();
    private final Assets assets = new Assets();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AudioServer storage;
    private final HttpServer server;

    PageServer(Path audio) throws IOException {
        storage = new AudioServer(audio);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        on("/s/open", exchange -> html(exchange, 200, page.open(Shares.call())));
        on("/s/silent", exchange -> html(exchange, 200, page.open(Shares.silent())));
        on("/s/long", exchange -> html(exchange, 200, page.open(Shares.unbroken())));
        on("/s/broken", exchange -> html(exchange, 200, page.open(Shares.playing("/none"))));
        on("/s/gone", exchange -> html(exchange, 410, page.sorry("This recording was deleted.")));
        on("/s/locked", this::lock);
        on("/audio", exchange -> redirect(exchange, storage.sign()));
        on("/expire", exchange -> {
            storage.expire();
            exchange.sendResponseHeaders(204, -1);
        });
        on("/assets/", this::asset);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String storage() {
        return storage.address();
    }

    @Override
    public void close() {
        server.stop(0);
        storage.close();
        threads.close();
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private void lock(HttpExchange exchange) throws IOException {
        var body = URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            html(exchange, 200, page.locked(false));
        } else {
            html(exchange, 200, body.equals(PASSWORD) ? page.open(Shares.call()) : page.locked(true));
        }
    }

    private void asset(HttpExchange exchange) throws IOException {
        var asset = assets.find(exchange.getRequestURI().getPath().substring("/assets/".length()));
        if (asset.isPresent()) {
            exchange.getResponseHeaders().set("content-type", asset.get().contentType());
            send(exchange, 200, asset.get().text());
        } else {
            send(exchange, 404, "");
        }
    }

    private void html(HttpExchange exchange, int status, String html) throws IOException {
        page.headers(storage()).forEach(exchange.getResponseHeaders()::set);
        send(exchange, status, html);
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
