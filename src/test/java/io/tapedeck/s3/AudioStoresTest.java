package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.storage.AudioStores;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Storage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(S3Local.class)
class AudioStoresTest {
    private static final ObjectKey AUDIO = new ObjectKey("audio/acme/two-places/v1.wav");

    private final S3Server own;
    private final S3Server elsewhere;
    private final AudioStores stores;

    AudioStoresTest(S3Server own, @TempDir Path folder) throws Exception {
        this.own = own;
        this.elsewhere = S3Server.onFiles(folder);
        this.stores = new AudioStores(
                own.stores().audio(), Map.of(Storage.GCS, elsewhere.stores().audio()));
    }

    @AfterEach
    void stop() throws Exception {
        elsewhere.close();
    }

    @Test
    void audioIsReadWhereItsVersionSaysThatItLies() throws Exception {
        own.put(AUDIO, "own".getBytes());
        elsewhere.put(AUDIO, "elsewhere".getBytes());

        assertThat(read(Optional.empty())).isEqualTo("own");
        assertThat(read(Optional.of(Storage.GCS))).isEqualTo("elsewhere");
    }

    @Test
    void aDeletionReachesAllPlaces() {
        own.put(AUDIO, "own".getBytes());
        elsewhere.put(AUDIO, "elsewhere".getBytes());

        assertThat(stores.deleteAll(new KeyPrefix("audio/acme/two-places/"))).isEqualTo(2);
        assertThat(own.read(AUDIO)).isEmpty();
        assertThat(elsewhere.read(AUDIO)).isEmpty();
    }

    @Test
    void aProviderThatTheDeploymentLacksIsNotMistakenForItsOwnBucket() {
        assertThatThrownBy(() -> stores.of(Optional.of(Storage.AZURE))).hasMessageContaining("azure");
    }

    private String read(Optional<Storage> storage) throws Exception {
        try (var content = stores.of(storage).open(AUDIO).orElseThrow()) {
            return new String(content.readAllBytes());
        }
    }
}
