package io.tapedeck.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.S3Stores;
import io.tapedeck.storage.ObjectKey;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(S3Local.class)
class PartStreamTest {
    private final ObjectKey key = new ObjectKey("exports/acme/" + UUID.randomUUID() + ".zip");
    private final S3Stores stores;

    PartStreamTest(S3Server server) {
        this.stores = server.stores();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PartStream.PART - 1, PartStream.PART, PartStream.PART + 1, 2 * PartStream.PART})
    void whatIsWrittenIsTheObject(int length) throws IOException {
        var stream = begin();
        write(stream, noise(length));

        stream.complete();

        assertThat(stream.size()).isEqualTo(length);
        assertThat(stores.documents().read(key))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(noise(length)));
    }

    @Test
    void anotherGoesOnWhereOneStopped() throws IOException {
        var bytes = noise(PartStream.PART + 1000);
        var dead = begin();
        dead.write(bytes, 0, PartStream.PART + 400);

        var next = PartStream.resume(stores.multiparts(), key, dead.multipart(), dead.parts(), dead.tail());
        next.write(bytes, PartStream.PART + 400, 600);
        next.complete();

        assertThat(stores.documents().read(key))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
    }

    @Test
    void whatIsAbortedLeavesNothing() {
        var stream = begin();
        write(stream, noise(PartStream.PART));

        stream.abort();

        assertThat(stores.multiparts().parts(key, stream.multipart())).isEmpty();
        assertThatThrownBy(stream::complete).isInstanceOf(IOException.class);
        assertThat(stores.documents().read(key)).isEmpty();
    }

    private PartStream begin() {
        return PartStream.begin(stores.multiparts(), key, "application/zip", Optional.empty());
    }

    /** In pieces that do not fit the parts. */
    private static void write(PartStream stream, byte[] bytes) {
        for (int from = 0; from < bytes.length; from += 99_991) {
            stream.write(bytes, from, Math.min(99_991, bytes.length - from));
        }
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(11).nextBytes(noise);
        return noise;
    }
}
