package io.tapedeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.rest.Patience;
import io.tapedeck.rest.PooledHttpClient;
import io.tapedeck.s3.S3Place;
import io.tapedeck.s3.S3RemoteBucket;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bucket that a role lets in to. */
class RoleBucketTest {
    private static final ObjectKey KEY = new ObjectKey("audio/acme/rec_1/v1.wav");
    private static final Role ROLE = new Role("arn:aws:iam::111122223333:role/calls", "external");
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMillis(200));

    private final AwsServer sts = new AwsServer();
    private final PooledHttpClient http =
            (PooledHttpClient) new PooledHttpClient.Builder(Duration.ofSeconds(1), Duration.ofSeconds(1)).build();
    private final S3RemoteBucket bucket = S3RemoteBucket.withRole(
            new S3Place("their.calls", "of/us/", "eu-central-1", Optional.empty()),
            new AssumedRole(sts.calls("sts", PATIENCE), ROLE, "tapedeck", sts.clock),
            http,
            Deadline.NONE);

    RoleBucketTest() throws IOException {}

    @AfterEach
    void close() {
        bucket.close();
        http.close();
        sts.close();
    }

    @Test
    void linksAreSignedByTheRoleForItsBucketWithAws() {
        sts.answers(_ -> AssumedRoleTest.credentials("ASIAONEONEONEONE", AwsServer.NOON.plusSeconds(3600)));

        var url = URI.create(bucket.presign(KEY, "audio/wav", "inline", Duration.ofMinutes(1)));

        assertThat(url.getHost()).isEqualTo("s3.eu-central-1.amazonaws.com");
        assertThat(url.getPath()).isEqualTo("/their.calls/of/us/audio/acme/rec_1/v1.wav");
        assertThat(url.getQuery())
                .contains("X-Amz-Credential=ASIAONEONEONEONE/")
                .contains("X-Amz-Security-Token=token/of+ASIAONEONEONEONE==")
                .contains("X-Amz-Expires=60");
    }

    @Test
    void aRoleThatIsRefusedSaysSoAndNotTheBucket() {
        sts.answers(_ -> "{\"__type\": \"AccessDenied\"}");

        assertThatThrownBy(() -> bucket.find(KEY))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining("trust policy");
        assertThatThrownBy(() -> bucket.presign(KEY, "audio/wav", "inline", Duration.ofMinutes(1)))
                .isInstanceOf(StorageException.Refused.class);
    }
}
