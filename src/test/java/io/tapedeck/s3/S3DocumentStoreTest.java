package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.storage.DocumentStoreContract;
import io.tapedeck.storage.ObjectKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(S3Local.class)
class S3DocumentStoreTest extends DocumentStoreContract {
    private final S3Server server;

    S3DocumentStoreTest(S3Server server) {
        super(server.stores().documents());
        this.server = server;
    }

    @Test
    void aDocumentHasTheTypeThatWasSaid() {
        var key = new ObjectKey("documents/acme/typed/v1.waveform.json");

        server.stores().documents().put(key, "{}".getBytes(), "application/json");

        assertThat(server.contentType(key)).isEqualTo("application/json");
    }
}
