package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A server of our own in the place of Google's, over real HTTP: the part of Cloud Storage's JSON API, of its signed URLs and of the
 * services around it that is used here, as Google documents it, strict about conditions, checksums, tokens, signatures and what they
 * are worth when. {@link GoogleClientTest} has Google's own client work with it.
 */
final class GcsServer implements AutoCloseable {
    static final String BUCKET = "recordings-of-acme";

    /** Google's own client downloads by a way of its own. */
    private static final Pattern API = Pattern.compile("^(/upload|/download)?/storage/v1/b/");

    /** It closes each connection after an answer, without saying so before. */
    volatile boolean isAbrupt;

    final GcsTokens tokens;
    final GcsObjectsServer bucket = new GcsObjectsServer();
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final SignedUrlCheck signedUrls;
    final GcsSessions sessions = new GcsSessions(bucket);
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    GcsServer(Clock clock) throws IOException {
        tokens = new GcsTokens(clock);
        signedUrls = new SignedUrlCheck(clock, tokens.publicKey());
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where it is. */
    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What came. */
    record Request(
            String method,
            String path,
            Map<String, String> query,
            HttpExchange exchange,
            byte[] body,
            boolean isWhole) {
        static Request of(HttpExchange exchange) throws IOException {
            var uri = exchange.getRequestURI();
            var length = Long.parseLong(
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length"))
                            .orElse("0"));
            var raw = arrived(exchange.getRequestBody());
            var isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            return new Request(
                    exchange.getRequestMethod(),
                    uri.getRawPath(),
                    parameters(uri.getRawQuery()),
                    exchange,
                    isZipped ? new GZIPInputStream(new ByteArrayInputStream(raw)).readAllBytes() : raw,
                    raw.length >= length);
        }

        /** What comes before the connection breaks. */
        private static byte[] arrived(InputStream body) {
            var bytes = new ByteArrayOutputStream();
            var buffer = new byte[1 << 16];
            try {
                for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                    bytes.write(buffer, 0, count);
                }
            } catch (IOException broken) {
                // whoever sent it is gone
            }
            return bytes.toByteArray();
        }

        Optional<String> parameter(String name) {
            return Optional.ofNullable(query.get(name));
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
        }

        /** What this server is called where the request comes from. */
        String origin() {
            return "http://" + header("Host").orElseThrow();
        }

        static Map<String, String> parameters(String query) {
            return query == null || query.isEmpty()
                    ? Map.of()
                    : Arrays.stream(query.split("&"))
                            .map(one -> one.split("=", 2))
                            .collect(Collectors.toMap(
                                    one -> decoded(one[0]), one -> one.length > 1 ? decoded(one[1]) : ""));
        }
    }

    /** What is answered. */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        static Reply json(JsonNode json) {
            return new Reply(
                    200,
                    Map.of("Content-Type", "application/json; charset=UTF-8"),
                    json.toString().getBytes(UTF_8));
        }

        static Reply nothing(int status) {
            return new Reply(status, Map.of(), new byte[0]);
        }

        /** As the JSON API says that it does not do something. */
        static Reply error(int status, String reason, String message) {
            var error = JsonNodeFactory.instance.objectNode();
            var inner = error.putObject("error").put("code", status).put("message", message);
            inner.putArray("errors")
                    .addObject()
                    .put("message", message)
                    .put("domain", "global")
                    .put("reason", reason);
            return new Reply(
                    status,
                    Map.of("Content-Type", "application/json; charset=UTF-8"),
                    error.toString().getBytes(UTF_8));
        }
    }

    static String decoded(String text) {
        // a plus is a plus in a path, and Google's clients encode it in a query
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = Request.of(exchange);
            requests.add(request.method() + " " + exchange.getRequestURI());
            var reply = reply(request);
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            if (reply.body().length > 0) {
                exchange.getResponseBody().write(reply.body());
            }
            if (isAbrupt) {
                throw new IOException("closes the connection");
            }
        }
    }

    private Reply reply(Request request) {
        if (request.path().equals("/token") || request.path().startsWith("/v1/")) {
            return tokens.answer(request);
        }
        if (!API.matcher(request.path()).lookingAt()) {
            return signedUrls.refusal(request).orElseGet(() -> signed(request));
        }
        if (!tokens.isValid(request.header("Authorization").orElse(""))) {
            return Reply.error(401, "authError", "Invalid Credentials");
        }
        return api(request);
    }

    private Reply api(Request request) {
        if (!request.isWhole() && request.parameter("upload_id").isEmpty()) {
            return Reply.error(400, "invalid", "half a request");
        }
        var parts = API.matcher(request.path()).replaceFirst("").split("/");
        if (!parts[0].equals(BUCKET) || bucket.isGone) {
            return Reply.error(404, "notFound", "The specified bucket does not exist.");
        }
        if (bucket.trouble.isPresent()) {
            return bucket.trouble.get();
        }
        if (request.path().startsWith("/upload")) {
            return request.parameter("upload_id").isPresent()
                            || "resumable".equals(request.query().get("uploadType"))
                    ? sessions.answer(request)
                    : bucket.insert(request);
        }
        return switch (parts.length) {
            case 1 -> Reply.json(bucket.resource);
            case 2 -> bucket.list(request);
            case 3 -> bucket.object(request, decoded(parts[2]));
            default -> bucket.copy(request, decoded(parts[2]), decoded(parts[7]));
        };
    }

    private Reply signed(Request request) {
        var parts = request.path().substring(1).split("/", 2);
        if (!parts[0].equals(BUCKET) || bucket.isGone) {
            return Reply.error(404, "notFound", "The specified bucket does not exist.");
        }
        return bucket.media(request, decoded(parts[1]));
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
