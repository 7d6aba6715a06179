package io.tapedeck.azure;

import java.net.URI;

/** What can be the address of a service. */
final class Endpoints {
    private static final int LONGEST = 512;

    private Endpoints() {}

    /** @throws IllegalArgumentException if it cannot */
    static URI check(URI endpoint) {
        var isHttp = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
        var isBare = endpoint.getHost() != null
                && endpoint.getRawUserInfo() == null
                && endpoint.getRawQuery() == null
                && endpoint.getRawFragment() == null
                && !endpoint.getRawPath().endsWith("/");
        if (!isHttp || !isBare || endpoint.toString().length() > LONGEST) {
            throw new IllegalArgumentException(
                    "must be the address of a service, such as https://account.blob.core.windows.net, without a slash at its end");
        }
        return endpoint;
    }
}
