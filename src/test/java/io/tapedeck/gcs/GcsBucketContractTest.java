package io.tapedeck.gcs;

import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.remote.RemoteBucketContract;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;

/** A bucket of Google Cloud Storage does what every bucket does. */
class GcsBucketContractTest extends RemoteBucketContract {
    /** One a test, since what lies there is held in memory. */
    private final GcsServer server = new GcsServer(Clock.systemUTC());

    GcsBucketContractTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected URI server() {
        return server.address();
    }

    @Override
    protected RemoteBucket bucket(Access access) {
        var settings = switch (access.place()) {
            case OURS -> GcsBuckets.settings(GcsServer.BUCKET, "tape/deck/", GcsBuckets.key());
            case MISSING -> GcsBuckets.settings("no-such-bucket", "", GcsBuckets.key());
            case FORBIDDEN -> GcsBuckets.settings(GcsServer.BUCKET, "", other());
        };
        return GcsBuckets.at(access.endpoint(), server, settings, access.clock(), access.silence());
    }

    /** A key that the account does not have. */
    private static ServiceAccountKey other() {
        try {
            var key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
            return new ServiceAccountKey(GcsTokens.ACCOUNT, "1", key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
