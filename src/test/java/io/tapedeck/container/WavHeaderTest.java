package io.tapedeck.container;

import static io.tapedeck.container.WavHeader.Length.CUT;
import static io.tapedeck.container.WavHeader.Length.RIGHT;
import static io.tapedeck.container.WavHeader.Length.UNTRUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavHeaderTest {
    private final ByteBuffer bytes = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);

    @TempDir
    Path folder;

    @Test
    void chunksBeforeAndAfterTheDataArePassed() throws IOException {
        riff("RIFF")
                .chunk("JUNK", 27, 28)
                .chunk("fmt ", 16, 16)
                .chunk("data", 100, 100)
                .chunk("LIST", 10, 10);

        assertThat(header()).contains(new WavHeader(100, 100, RIGHT));
    }

    @Test
    void aChunkThatIsCutAfterTheDataChangesNothing() throws IOException {
        riff("RIFF").chunk("data", 100, 100).chunk("LIST", 500, 20);

        assertThat(header()).contains(new WavHeader(100, 100, RIGHT));
    }

    @Test
    void dataLongerThanTheFileAreCut() throws IOException {
        riff("RIFF").chunk("data", 100, 60);

        assertThat(header()).contains(new WavHeader(100, 60, CUT));
    }

    @Test
    void standInsAreUntrue() throws IOException {
        riff("RIFF").chunk("data", -1, 60);

        assertThat(header()).contains(new WavHeader(0xffffffffL, 60, UNTRUE));
    }

    @Test
    void zeroWithSoundBehindItIsUntrue() throws IOException {
        riff("RIFF").chunk("data", 0, 60);

        assertThat(header()).contains(new WavHeader(0, 60, UNTRUE));
    }

    @Test
    void zeroWithOtherChunksBehindItIsEmpty() throws IOException {
        riff("RIFF").chunk("data", 0, 0).chunk("LIST", 10, 10);

        assertThat(header()).contains(new WavHeader(0, 0, RIGHT));
    }

    @Test
    void rf64HasItsLengthApart() throws IOException {
        riff("RF64");
        bytes.put("ds64".getBytes(StandardCharsets.US_ASCII))
                .putInt(28)
                .putLong(0)
                .putLong(100)
                .putLong(0)
                .putInt(0);
        chunk("data", -1, 100);

        assertThat(header()).contains(new WavHeader(100, 100, RIGHT));
    }

    @Test
    void withoutDataThereIsNone() throws IOException {
        riff("RIFF").chunk("fmt ", 16, 16);

        assertThat(header()).isEmpty();
    }

    private Optional<WavHeader> header() throws IOException {
        return WavFile.of(Files.write(folder.resolve("a.wav"), Arrays.copyOf(bytes.array(), bytes.position())))
                .map(WavFile::header);
    }

    private WavHeaderTest riff(String id) {
        bytes.put(id.getBytes(StandardCharsets.US_ASCII)).putInt(0).put("WAVE".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private WavHeaderTest chunk(String id, int claimed, int present) {
        bytes.put(id.getBytes(StandardCharsets.US_ASCII)).putInt(claimed);
        for (int i = 0; i < present; i++) {
            bytes.put((byte) (200 + i % 50));
        }
        return this;
    }
}
