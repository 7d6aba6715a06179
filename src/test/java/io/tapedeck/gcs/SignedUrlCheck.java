package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapedeck.gcs.GcsServer.Reply;
import io.tapedeck.gcs.GcsServer.Request;
import io.tapedeck.id.Sha256;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Whether a signed URL is good, worked out once more from what came, as Google documents its V4 signing process. */
final class SignedUrlCheck {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    /** Google's published signatures leave a port out, its client for Java does not; Google's own address has none. */
    private static final List<UnaryOperator<String>> HOSTS =
            List.of(host -> host.replaceFirst(":[0-9]+$", ""), UnaryOperator.identity());

    private final Clock clock;
    private final PublicKey key;

    SignedUrlCheck(Clock clock, PublicKey key) {
        this.clock = clock;
        this.key = key;
    }

    /** What is answered where it is not. */
    Optional<Reply> refusal(Request request) {
        var signature = request.query().get("X-Goog-Signature");
        if (signature == null || HOSTS.stream().noneMatch(host -> isSigned(request, host, signature))) {
            return Optional.of(xml(403, "SignatureDoesNotMatch"));
        }
        return clock.instant().isBefore(end(request.query()))
                ? Optional.empty()
                : Optional.of(xml(400, "ExpiredToken"));
    }

    private static Instant end(Map<String, String> query) {
        return time(query).plusSeconds(Long.parseLong(query.get("X-Goog-Expires")));
    }

    private static Instant time(Map<String, String> query) {
        return LocalDateTime.parse(query.get("X-Goog-Date"), TIME).toInstant(ZoneOffset.UTC);
    }

    private boolean isSigned(Request request, UnaryOperator<String> host, String signature) {
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(text(request, host).getBytes(UTF_8));
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String text(Request request, UnaryOperator<String> host) {
        var query = request.query();
        var scope = query.get("X-Goog-Credential").split("/", 2)[1];
        return String.join(
                "\n",
                query.get("X-Goog-Algorithm"),
                query.get("X-Goog-Date"),
                scope,
                Sha256.hex(canonical(request, host).getBytes(UTF_8)));
    }

    private static String canonical(Request request, UnaryOperator<String> hosts) {
        var query = Arrays.stream(
                        request.exchange().getRequestURI().getRawQuery().split("&"))
                .filter(parameter -> !parameter.startsWith("X-Goog-Signature="))
                .sorted()
                .collect(Collectors.joining("&"));
        var host = hosts.apply(request.header("Host").orElse(""));
        return String.join(
                "\n", request.method(), request.path(), query, "host:" + host, "", "host", "UNSIGNED-PAYLOAD");
    }

    private static Reply xml(int status, String code) {
        var body = "<?xml version='1.0' encoding='UTF-8'?><Error><Code>%s</Code></Error>".formatted(code);
        return new Reply(status, Map.of("Content-Type", "application/xml; charset=UTF-8"), body.getBytes(UTF_8));
    }
}
