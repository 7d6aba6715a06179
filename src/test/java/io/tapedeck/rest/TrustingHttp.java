package io.tapedeck.rest;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.http.SdkHttpClient;

/** HTTP to servers whose certificates a test has made. */
public final class TrustingHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TrustingHttp() {}

    public static SdkHttpClient client(SSLContext trust) {
        return new PooledHttpClient.Builder(PATIENCE, PATIENCE).trusting(() -> trust);
    }
}
