package io.tapedeck.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerTest {
    @TempDir
    Path folder;

    @Test
    void mp3ThatWasCutInAFrameIsStillMp3() throws IOException {
        var bytes = SampleAudio.DIALOGUE_BARE_MP3.bytes();

        assertThat(container(Arrays.copyOfRange(bytes, 100, bytes.length))).contains(Container.MP3);
    }

    @Test
    void mp3AfterPaddingIsStillMp3() throws IOException {
        assertThat(container(join(new byte[5000], SampleAudio.DIALOGUE_BARE_MP3.bytes())))
                .contains(Container.MP3);
    }

    @Test
    void mp3OfOneFrameIsMp3() throws IOException {
        assertThat(container(Arrays.copyOf(SampleAudio.DIALOGUE_BARE_MP3.bytes(), 288)))
                .contains(Container.MP3);
    }

    @Test
    void flacAfterTagsIsFlacAndOthersAreNothing() throws IOException {
        var tag = new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 1, 0};

        assertThat(container(join(join(tag, new byte[128]), SampleAudio.DIALOGUE_FLAC.bytes())))
                .contains(Container.FLAC);
        assertThat(container(join(join(tag, new byte[128]), SampleAudio.TONE_WAV.bytes())))
                .isEmpty();
    }

    @Test
    void quickTimeAndMatroskaAreNotTaken() throws IOException {
        assertThat(container("\0\0\0\u0014ftypqt  \0\0\0\0qt  ".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
        assertThat(Container.of(SampleAudio.OPUS_MATROSKA.path())).isEmpty();
    }

    private Optional<Container> container(byte[] bytes) throws IOException {
        return Container.of(Files.write(folder.resolve("file"), bytes));
    }

    private static byte[] join(byte[] first, byte[] second) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
