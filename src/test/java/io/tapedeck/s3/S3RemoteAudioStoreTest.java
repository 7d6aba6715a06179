package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.id.StorageName;
import io.tapedeck.remote.RemoteAudioStore;
import io.tapedeck.storage.AudioStore.Upload;
import io.tapedeck.storage.AudioStoreContract;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Audio in a bucket of another account, or of another provider that speaks S3's protocol. */
@ExtendWith(S3Elsewhere.class)
class S3RemoteAudioStoreTest extends AudioStoreContract {
    private static final Optional<StorageName> STORAGE = Optional.of(new StorageName("cloudflare-r2"));

    private final S3Server server;

    S3RemoteAudioStoreTest(S3Server server) {
        super(new RemoteAudioStore(server.remote("calls/")), STORAGE);
        this.server = server;
    }

    @Override
    protected Upload uploaded(Path file) {
        return new Upload(new ObjectKey("uploads/acme/rec_1"), "etag", file);
    }

    @Test
    void partsThatNobodyPutTogetherGoWithTheRest() {
        begin("calls/audio/acme/rec_9/v1.wav");
        begin("calls/audio/acme/rec_99/v1.wav");

        new RemoteAudioStore(server.remote("calls/")).deleteAll(new KeyPrefix(STORAGE, "audio/acme/rec_9/"));

        assertThat(server.unfinished("calls/audio/acme/rec_9")).containsExactly("calls/audio/acme/rec_99/v1.wav");
    }

    private void begin(String name) {
        try (var client = server.client()) {
            client.createMultipartUpload(
                    request -> request.bucket(S3Server.BUCKET).key(name));
        }
    }
}
