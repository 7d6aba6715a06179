package io.tapedeck.s3;

import io.tapedeck.storage.UploadStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(S3Local.class)
class S3UploadStoreTest extends UploadStoreContract {
    S3UploadStoreTest(S3Server server) {
        super(server.stores().uploads());
    }
}
