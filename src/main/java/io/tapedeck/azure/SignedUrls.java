package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.rest.Parameters;
import io.tapedeck.storage.ObjectKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Links to blobs that Azure itself lets in: by a shared access signature for one blob, to read it. */
final class SignedUrls {
    private final AzureContainer container;
    private final SasKeys keys;
    private final Clock clock;

    SignedUrls(AzureContainer container, SasKeys keys, Clock clock) {
        this.container = requireNonNull(container);
        this.keys = requireNonNull(keys);
        this.clock = requireNonNull(clock);
    }

    /** As it is handed out. */
    String to(ObjectKey key, String contentType, String disposition, Duration validity) {
        return url(key, contentType, disposition, end(validity));
    }

    /** As Azure itself follows it for a copy. */
    String source(ObjectKey key, Duration validity) {
        return url(key, "", "", end(validity));
    }

    private String url(ObjectKey key, String contentType, String disposition, Instant end) {
        var sasKey = keys.until(end);
        var parameters = new TreeMap<>(sasKey.parameters());
        parameters.put("sv", BlobRequests.VERSION);
        parameters.put("sr", "b");
        parameters.put("sp", "r");
        parameters.put("se", end.toString());
        parameters.put("spr", protocol());
        parameters.put("rscd", disposition);
        parameters.put("rsct", contentType);
        parameters.values().removeIf(String::isEmpty);
        parameters.put("sig", Signature.of(sasKey.secret(), stringToSign(key, parameters, sasKey.signed())));
        var endpoint = container.endpoint();
        return "%s://%s%s?%s"
                .formatted(
                        endpoint.getScheme(),
                        endpoint.getRawAuthority(),
                        container.path(key),
                        Parameters.encoded(parameters));
    }

    private String stringToSign(ObjectKey key, Map<String, String> parameters, List<String> signedKey) {
        var fields = new ArrayList<String>();
        fields.add(parameters.get("sp"));
        fields.add("");
        fields.add(parameters.get("se"));
        fields.add("/blob/%s/%s/%s".formatted(container.account(), container.container(), container.name(key)));
        fields.addAll(signedKey);
        fields.add("");
        fields.add(parameters.getOrDefault("spr", ""));
        fields.add(parameters.get("sv"));
        fields.add(parameters.get("sr"));
        fields.addAll(List.of("", "", ""));
        fields.add(parameters.getOrDefault("rscd", ""));
        fields.addAll(List.of("", ""));
        fields.add(parameters.getOrDefault("rsct", ""));
        return String.join("\n", fields);
    }

    private Instant end(Duration validity) {
        return clock.instant().plus(validity).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Nothing but TLS, unless the endpoint has none. */
    private String protocol() {
        return container.endpoint().getScheme().equals("https") ? "https" : "";
    }
}
