package io.tapedeck.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tapedeck.storage.Gzip;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compresses large answers, which Lambda would not carry otherwise: it takes 6 MiB, compressed ones as base64. Somebody waits for
 * a page and for what it loads, so these are compressed as soon as it saves a packet.
 */
final class Compressed {
    private static final int LARGE = 256 * 1024;
    private static final int LARGE_OF_A_PAGE = 1400;
    private static final Pattern OF_A_PAGE = Pattern.compile("(text/(html|css|javascript)|image/svg\\+xml)(;.*)?");
    /** Of a character of Java's in UTF-8. */
    private static final int MOST_BYTES = 3;
    /** What Lambda takes, less room for headers. */
    private static final int LARGEST = (6 << 20) - 64 * 1024;

    private static final String VARY = "accept-encoding";

    private Compressed() {}

    /** The answer, compressed where it is large and the caller takes that; empty where Lambda would not carry it. */
    static Optional<APIGatewayV2HTTPResponse> of(APIGatewayV2HTTPResponse answer, APIGatewayV2HTTPEvent request) {
        var large = isOfAPage(answer) ? LARGE_OF_A_PAGE : LARGE;
        if (answer.getBody().length() < large / MOST_BYTES) {
            return Optional.of(answer);
        }
        var body = answer.getBody().getBytes(StandardCharsets.UTF_8);
        if (body.length < large || !takesGzip(request)) {
            return Optional.of(answer).filter(_ -> body.length <= LARGEST);
        }
        var headers = new HashMap<>(answer.getHeaders());
        headers.put("content-encoding", "gzip");
        headers.merge("vary", VARY, (before, more) -> before.contains(more) ? before : before + ", " + more);
        var compressed = Base64.getEncoder().encodeToString(Gzip.compressed(body));
        return Optional.of(APIGatewayV2HTTPResponse.builder()
                        .withStatusCode(answer.getStatusCode())
                        .withHeaders(headers)
                        .withBody(compressed)
                        .withIsBase64Encoded(true)
                        .build())
                .filter(_ -> compressed.length() <= LARGEST);
    }

    private static boolean isOfAPage(APIGatewayV2HTTPResponse answer) {
        return OF_A_PAGE
                .matcher(answer.getHeaders().getOrDefault("content-type", ""))
                .matches();
    }

    /** A request that does not say takes any coding, says RFC 9110, 12.5.3; programs that do not say mean none. */
    private static boolean takesGzip(APIGatewayV2HTTPEvent request) {
        return Optional.ofNullable(request.getHeaders())
                .map(headers -> headers.get("accept-encoding"))
                .map(Accept::parse)
                .filter(accepted -> accepted.takes("gzip"))
                .isPresent();
    }
}
