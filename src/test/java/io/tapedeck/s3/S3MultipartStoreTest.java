package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.api.Transfer;
import io.tapedeck.storage.MultipartStore.Part;
import io.tapedeck.storage.MultipartStoreContract;
import io.tapedeck.storage.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(S3Local.class)
class S3MultipartStoreTest extends MultipartStoreContract {
    private final S3Server server;
    private final S3Stores stores;

    S3MultipartStoreTest(S3Server server) {
        super(server.stores().multiparts(), server.stores().uploads());
        this.server = server;
        this.stores = server.stores();
    }

    @Test
    void whatIsPutTogetherHasTheTypeThatWasAnnounced() {
        var key = new ObjectKey("uploads/acme/typed");
        var upload = stores.multiparts().start(key, Optional.of("audio/wav"));
        var url = stores.multiparts().presignPart(key, upload, 1, Duration.ofMinutes(5));
        Transfer.put(url, Map.of(), new byte[] {1});
        var part = stores.multiparts().parts(key, upload).getFirst();

        stores.multiparts().complete(key, upload, List.of(new Part(1, part.etag())));

        assertThat(server.contentType(key)).isEqualTo("audio/wav");
    }
}
