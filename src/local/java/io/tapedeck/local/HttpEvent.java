package io.tapedeck.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A request as API Gateway's HTTP API puts it to functions: payload format 2.0. */
final class HttpEvent {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern TEXT =
            Pattern.compile("(text/.*|application/(.*\\+)?(json|xml|javascript))(;.*)?", Pattern.CASE_INSENSITIVE);

    private final HttpServerRequest request;
    private final Route route;
    private final ObjectNode event = JsonNodeFactory.instance.objectNode();

    /**
     * @param parameters path parameters, still percent-encoded
     * @throws MalformedAddressException when path or query are not properly percent-encoded
     */
    HttpEvent(HttpServerRequest request, Route route, Map<String, String> parameters, Instant now) {
        this.request = request;
        this.route = route;
        decode(request.path().replace("+", "%2B"));
        event.put("version", "2.0").put("routeKey", route.key()).put("rawPath", request.path());
        event.put("rawQueryString", Optional.ofNullable(request.query()).orElse(""));
        putHeaders();
        putQuery();
        if (!parameters.isEmpty()) {
            ObjectNode decoded = event.putObject("pathParameters");
            parameters.forEach((name, value) -> decoded.put(name, decode(value.replace("+", "%2B"))));
        }
        putContext(now);
    }

    /**
     * The event for the route's function.
     *
     * @param authorizer what the authorizer said of the caller; null when it was not asked
     */
    ObjectNode forFunction(ObjectNode authorizer, byte[] body) {
        ObjectNode complete = event.deepCopy();
        if (authorizer != null) {
            complete.withObject("/requestContext").putObject("authorizer").set("lambda", authorizer);
        }
        Optional<String> text = text(body);
        if (body.length > 0) {
            complete.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
        }
        return complete.put("isBase64Encoded", text.isEmpty() && body.length > 0);
    }

    /** The event for a Lambda authorizer. */
    ObjectNode forAuthorizer() {
        ObjectNode complete = event.deepCopy();
        complete.put("type", "REQUEST").put("routeArn", "arn:aws:execute-api:us-east-1:000000000000:local/$default/");
        String credentials = request.getHeader("Authorization");
        if (credentials != null) {
            complete.putArray("identitySource").add(credentials);
        }
        return complete;
    }

    private void putHeaders() {
        ObjectNode headers = event.putObject("headers");
        request.headers().names().forEach(name -> {
            String key = name.toLowerCase(Locale.ROOT);
            if ("cookie".equals(key)) {
                request.headers().getAll(name).stream()
                        .flatMap(line -> Pattern.compile("; *").splitAsStream(line))
                        .forEach(event.withArray("/cookies")::add);
            } else {
                headers.put(key, String.join(",", request.headers().getAll(name)));
            }
        });
        headers.put("x-forwarded-proto", request.scheme());
        headers.put("x-forwarded-for", request.remoteAddress().hostAddress());
    }

    private void putQuery() {
        if (request.query() == null || request.query().isEmpty()) {
            return;
        }
        ObjectNode parameters = event.putObject("queryStringParameters");
        for (String pair : request.query().split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                parameters.put(name, parameters.has(name) ? parameters.get(name).asText() + "," + value : value);
            }
        }
    }

    private void putContext(Instant now) {
        String host = Optional.ofNullable(request.getHeader("Host")).orElse("localhost");
        ObjectNode context = event.putObject("requestContext");
        context.put("accountId", "000000000000").put("apiId", "local").put("stage", "$default");
        context.put("domainName", host).put("domainPrefix", host.split("[.:]", 2)[0]);
        context.put("requestId", UUID.randomUUID().toString()).put("routeKey", route.key());
        context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
        context.putObject("http")
                .put("method", request.method().name())
                .put("path", request.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", request.remoteAddress().hostAddress())
                .put(
                        "userAgent",
                        Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }

    /** The body as text when its type says so and it is one; anything else goes as base64, broken UTF-8 too. */
    private Optional<String> text(byte[] body) {
        String type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("application/json");
        if (!TEXT.matcher(type).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedAddressException(e);
        }
    }

    /** Path or query are not properly percent-encoded. */
    static final class MalformedAddressException extends RuntimeException {
        private MalformedAddressException(IllegalArgumentException cause) {
            super(cause);
        }
    }
}
