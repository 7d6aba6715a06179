package io.tapedeck.gcs;

import io.tapedeck.id.StorageName;
import io.tapedeck.remote.RemoteAudioStore;
import io.tapedeck.storage.AudioStore.Upload;
import io.tapedeck.storage.AudioStoreContract;
import io.tapedeck.storage.ObjectKey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** Audio in a bucket of Google Cloud Storage. */
@ExtendWith(GcsLocal.class)
class GcsAudioStoreTest extends AudioStoreContract {
    GcsAudioStoreTest(GcsBucket bucket) {
        super(new RemoteAudioStore(bucket), Optional.of(new StorageName("gcs")));
    }

    @Override
    protected Upload uploaded(Path file) {
        return new Upload(new ObjectKey("uploads/acme/rec_1"), "etag", file);
    }
}
