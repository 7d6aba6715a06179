package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tapedeck.id.Sha256;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** URLs by which anyone gets one object for a while, by Google's V4 signing process with RSA. */
final class SignedUrls {
    private static final String ALGORITHM = "GOOG4-RSA-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final URI endpoint;
    private final String bucket;
    private final Signatory signatory;
    private final Clock clock;

    SignedUrls(URI endpoint, String bucket, Signatory signatory, Clock clock) {
        this.endpoint = requireNonNull(endpoint);
        this.bucket = requireNonNull(bucket);
        this.signatory = requireNonNull(signatory);
        this.clock = requireNonNull(clock);
    }

    /**
     * One to get an object by.
     *
     * @param name the object's
     * @param overrides parameters of the query, before they are encoded
     * @param validity whole seconds, up to seven days
     */
    String get(String name, Map<String, String> overrides, Duration validity) {
        if (validity.toSeconds() < 1 || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a URL must last from a second to seven days");
        }
        var time = TIME.format(clock.instant());
        var scope = time.substring(0, 8) + "/auto/storage/goog4_request";
        var parameters = new HashMap<>(overrides);
        parameters.put("X-Goog-Algorithm", ALGORITHM);
        parameters.put("X-Goog-Credential", signatory.serviceAccount() + "/" + scope);
        parameters.put("X-Goog-Date", time);
        parameters.put("X-Goog-Expires", Long.toString(validity.toSeconds()));
        parameters.put("X-Goog-SignedHeaders", "host");
        var path = "/" + bucket + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(name);
        var query = query(parameters);
        var signature = signature(canonical(path, query), time, scope);
        return "%s://%s%s?%s&X-Goog-Signature=%s"
                .formatted(endpoint.getScheme(), endpoint.getRawAuthority(), path, query, signature);
    }

    /** What is signed of a request; of the host without the port, as in the signatures that Google publishes. */
    private String canonical(String path, String query) {
        return String.join("\n", "GET", path, query, "host:" + endpoint.getHost(), "", "host", "UNSIGNED-PAYLOAD");
    }

    private String signature(String canonical, String time, String scope) {
        var text = String.join("\n", ALGORITHM, time, scope, Sha256.hex(canonical.getBytes(UTF_8)));
        return HexFormat.of().formatHex(signatory.signature().apply(text.getBytes(UTF_8)));
    }

    /** In the order of the names once they are encoded. */
    private static String query(Map<String, String> parameters) {
        var encoded = new TreeMap<String, String>();
        parameters.forEach((name, value) -> encoded.put(SdkHttpUtils.urlEncode(name), SdkHttpUtils.urlEncode(value)));
        return encoded.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }
}
