package io.tapedeck.aws;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a service of AWS is, and what requests to it are signed for.
 *
 * @param service as signatures name it
 */
public record AwsAddress(String service, String region, URI endpoint) {
    public AwsAddress {
        requireNonNull(service);
        requireNonNull(region);
        requireNonNull(endpoint);
    }

    /** In the name of the variable that puts another address in place of a service's, where that is not its host's. */
    private static final Map<String, String> VARIABLES = Map.of("secretsmanager", "SECRETS_MANAGER");

    /**
     * That in a region, or what the environment names in its place, as it does for AWS's own clients.
     *
     * @param host what the name of its host begins with
     * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific endpoints</a>
     */
    public static AwsAddress of(String host, String service, String region) {
        var variable =
                VARIABLES.getOrDefault(host, host.toUpperCase(Locale.ROOT).replace('-', '_'));
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL_" + variable))
                .map(endpoint -> new AwsAddress(service, region, URI.create(endpoint)))
                .orElseGet(() -> inRegion(host, service, region));
    }

    private static AwsAddress inRegion(String host, String service, String region) {
        var domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        return new AwsAddress(service, region, URI.create("https://%s.%s.%s".formatted(host, region, domain)));
    }
}
