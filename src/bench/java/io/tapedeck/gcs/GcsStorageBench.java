package io.tapedeck.gcs;

import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobWriteOption;
import io.tapedeck.bench.OtherJvm;
import io.tapedeck.remote.ProviderClient;
import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.remote.StorageBench;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

class GcsStorageBench extends StorageBench {
    private final OtherJvm server = GcsAccess.serve();
    private final GcsAccess access = GcsAccess.heard(server);
    private final GcsBucket bucket = access.bucket();
    private final GoogleClient client = new GoogleClient(access.client());

    GcsStorageBench() throws IOException {
        super("GCS");
    }

    @AfterEach
    void close() throws Exception {
        client.storage().close();
        server.close();
    }

    @Override
    protected RemoteBucket bucket() {
        return bucket;
    }

    @Override
    protected ProviderClient client() {
        return client;
    }

    /** Google's own. */
    private record GoogleClient(Storage storage) implements ProviderClient {
        @Override
        public String name() {
            return "google-cloud-storage";
        }

        @Override
        public void put(String name, Path file) throws IOException {
            var info = BlobInfo.newBuilder(GcsServer.BUCKET, name)
                    .setContentType("audio/wav")
                    .build();
            storage.createFrom(info, file, BlobWriteOption.doesNotExist());
        }

        @Override
        public void get(String name, OutputStream to) {
            storage.downloadTo(BlobId.of(GcsServer.BUCKET, name), to);
        }
    }
}
