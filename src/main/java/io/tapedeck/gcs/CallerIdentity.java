package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.id.Hmac;
import io.tapedeck.id.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Who we are to AWS, for Google to ask: a request to STS that is signed but not sent. The SDK's signer would also sign a header with the
 * hash of the body, and Google, which sends the request on, takes none but those here.
 */
final class CallerIdentity {
    private static final String QUERY = "Action=GetCallerIdentity&Version=2011-06-15";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CallerIdentity() {}

    /** The request as JSON. */
    static String of(AwsCredentialsIdentity credentials, String region, String provider, Instant now) {
        var host = "sts.%s.%s".formatted(region, region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");
        var headers = new TreeMap<>(
                Map.of("host", host, "x-amz-date", TIME.format(now), "x-goog-cloud-target-resource", provider));
        if (credentials instanceof AwsSessionCredentialsIdentity session) {
            headers.put("x-amz-security-token", session.sessionToken());
        }
        headers.put("Authorization", authorization(credentials, region, new TreeMap<>(headers)));
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("url", "https://%s?%s".formatted(host, QUERY))
                .put("method", "POST");
        var list = request.putArray("headers");
        headers.forEach((name, value) -> list.addObject().put("key", name).put("value", value));
        return request.toString();
    }

    /** As Signature Version 4 of AWS has it. */
    private static String authorization(
            AwsCredentialsIdentity credentials, String region, TreeMap<String, String> headers) {
        var names = String.join(";", headers.keySet());
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        var canonical = String.join("\n", "POST", "/", QUERY, lines, names, Sha256.hex(new byte[0]));
        var time = headers.get("x-amz-date");
        var scope = "%s/%s/sts/aws4_request".formatted(time.substring(0, 8), region);
        var text = String.join("\n", "AWS4-HMAC-SHA256", time, scope, Sha256.hex(canonical.getBytes(UTF_8)));
        return "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(credentials.accessKeyId(), scope, names, signature(credentials, scope, text));
    }

    private static String signature(AwsCredentialsIdentity credentials, String scope, String text) {
        var key = ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8);
        for (var part : scope.split("/")) {
            key = Hmac.SHA256.of(key, part.getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(Hmac.SHA256.of(key, text.getBytes(UTF_8)));
    }
}
