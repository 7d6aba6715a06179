package io.tapedeck.aws;

import static java.util.Objects.requireNonNull;

import java.net.URI;

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

    /**
     * That in a region.
     *
     * @param host what the name of its host begins with
     */
    public static AwsAddress of(String host, String service, String region) {
        var domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        return new AwsAddress(service, region, URI.create("https://%s.%s.%s".formatted(host, region, domain)));
    }
}
