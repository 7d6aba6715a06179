package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture in a file, of whatever kind and in whatever state, never refuses its sound. */
class PicturesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "image/gif, gif",
        "image/bmp, bmp",
        "image/tiff, tiff",
        "image/png, png",
        "image/jpeg, mjpeg",
        "image/webp, png",
        "image/jxl, png",
        "image/x-unheard-of, png"
    })
    void aPictureInTheTagsOfMp3(String type, String encoder) throws IOException {
        assertTaken(mp3(type, picture(encoder)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/gif", "image/bmp", "image/tiff", "image/png", "image/jpeg", "image/webp"})
    void aPictureThatIsNone(String type) throws IOException {
        var noise = new byte[5000];
        new Random(5).nextBytes(noise);

        assertTaken(mp3(type, noise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "mjpeg"})
    void aCoverOfM4a(String encoder) throws IOException {
        var file = folder.resolve("cover.m4a");
        var picture = Files.write(folder.resolve("picture"), picture(encoder));
        SampleAudio.ffmpeg(
                "-i",
                SampleAudio.DIALOGUE_WAV.path().toString(),
                "-f",
                encoder.equals("mjpeg") ? "jpeg_pipe" : encoder + "_pipe",
                "-i",
                picture.toString(),
                "-map",
                "0",
                "-map",
                "1",
                "-c:a",
                "aac",
                "-c:v",
                "copy",
                "-disposition:v",
                "attached_pic",
                file.toString());

        assertTaken(file);
    }

    private void assertTaken(Path file) {
        var measures = Measuring.measures(file);
        assertThat(measures.duration()).isBetween(9.9, 10.2);
        assertThat(measures.warnings()).isEmpty();
    }

    private byte[] picture(String encoder) throws IOException {
        var file = folder.resolve("picture." + encoder);
        SampleAudio.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=32x32",
                "-frames:v",
                "1",
                "-c:v",
                encoder,
                "-f",
                encoder.equals("gif") ? "gif" : "image2pipe",
                file.toString());
        return Files.readAllBytes(file);
    }

    /** With an ID3v2.3 tag of one frame, APIC. */
    private Path mp3(String type, byte[] picture) throws IOException {
        var content = new ByteArrayOutputStream();
        content.write(0);
        content.writeBytes((type + "\0").getBytes(StandardCharsets.US_ASCII));
        content.write(3);
        content.write(0);
        content.writeBytes(picture);
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {'I', 'D', '3', 3, 0, 0});
        var size = content.size() + 10;
        for (int shift = 21; shift >= 0; shift -= 7) {
            file.write(size >> shift & 0x7f);
        }
        file.writeBytes("APIC".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(ByteBuffer.allocate(6).putInt(content.size()).array());
        file.writeBytes(content.toByteArray());
        file.writeBytes(SampleAudio.DIALOGUE_BARE_MP3.bytes());
        return Files.write(folder.resolve("tagged.mp3"), file.toByteArray());
    }
}
