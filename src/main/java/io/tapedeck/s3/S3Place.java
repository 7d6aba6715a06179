package io.tapedeck.s3;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bucket with AWS or any other who speaks S3's protocol.
 *
 * @param prefix what the names of all objects there begin with, such as {@code calls/}; may be empty
 * @param region as requests are signed for it; {@code auto} for Cloudflare R2
 * @param endpoint where another than AWS answers, such as {@code https://s3.eu-central-2.wasabisys.com}
 */
public record S3Place(String bucket, String prefix, String region, Optional<URI> endpoint) {
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,62}");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]{0,99}/){0,5}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final String R2 = ".r2.cloudflarestorage.com";

    public S3Place {
        requireNonNull(endpoint);
        check(BUCKET.matcher(bucket).matches(), "bucket must be the name of one");
        check(PREFIX.matcher(prefix).matches(), "prefix must be folders, each with a slash after it");
        check(REGION.matcher(region).matches(), "region must be the name of one");
        check(endpoint.filter(address -> !isEndpoint(address)).isEmpty(), "endpoint must be a scheme and a host");
    }

    /** Whether Cloudflare answers there, which knows neither versions nor locks of objects by this protocol. */
    boolean isR2() {
        return endpoint.filter(address -> address.getHost().endsWith(R2)).isPresent();
    }

    private static boolean isEndpoint(URI address) {
        return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && (address.getRawPath().isEmpty() || address.getRawPath().equals("/"));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
