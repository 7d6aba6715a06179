package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import io.tapedeck.bench.OtherJvm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * Where a server in Google's place is, and how to get in.
 *
 * @param keyFile of a service account
 */
record GcsAccess(URI address, String keyFile) {
    /** One in a JVM of its own. */
    static OtherJvm serve() throws IOException {
        return OtherJvm.start("3g", GcsAccess.class);
    }

    /** What it says. */
    static GcsAccess heard(OtherJvm server) throws IOException {
        return new GcsAccess(URI.create(server.line()), server.line());
    }

    public static void main(String... none) throws IOException {
        try (var server = new GcsServer(Clock.systemUTC())) {
            OtherJvm.say(server.address().toString());
            OtherJvm.say(GcsTokens.keyFile());
            OtherJvm.stay();
        }
    }

    /** Ours. */
    GcsBucket bucket() {
        var endpoints = new GcsEndpoints(address, address, address, address);
        var settings = new GcsSettings(GcsServer.BUCKET, "", ServiceAccountKey.parse(keyFile), endpoints);
        return new GcsBucket(settings, GcsBuckets.rest(Duration.ofSeconds(30)), Clock.systemUTC());
    }

    /** Google's, which has tokens from the server as well. */
    Storage client() throws IOException {
        var file = keyFile.replace("https://oauth2.googleapis.com", address.toString());
        return StorageOptions.http()
                .setHost(address.toString())
                .setProjectId("acme-calls")
                .setCredentials(GoogleCredentials.fromStream(new ByteArrayInputStream(file.getBytes(UTF_8)))
                        .createScoped(KeyGrants.SCOPE))
                .setTransportOptions(HttpTransportOptions.newBuilder()
                        .setHttpTransportFactory(NetHttpTransport::new)
                        .build())
                .build()
                .getService();
    }
}
