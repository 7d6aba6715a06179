package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessor.Measurement.Measured;
import io.tapedeck.audio.RawFormat;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n%s\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile '%s'\n",
                "<?xml version=\"1.0\"?><MPD><Period><AdaptationSet><BaseURL>%s</BaseURL></AdaptationSet></Period></MPD>",
                "v=0\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n",
                "concat:%s"
            })
    void scriptsThatPointToOtherFilesAreNoAudio(String script) throws IOException {
        var text = script.formatted(SampleAudio.TONE_WAV.path().toAbsolutePath());
        for (var name : new String[] {"call.wav", "call.m3u8", "call.mp3"}) {
            var file = Files.writeString(folder.resolve(name), text);

            assertThat(Measuring.failure(file).code()).isEqualTo("unsupported-format");
        }
    }

    @Test
    void aPathIsNeverTakenForAProtocolOrAnOption() throws IOException {
        var odd = Files.createDirectories(folder.resolve("-i concat:a|b %d 'x'"));
        var file = Files.write(odd.resolve("http:é\n.wav"), SampleAudio.TONE_WAV.bytes());

        assertThat(Measuring.measures(file).duration()).isEqualTo(2);
    }

    /** The other file has the samples where this one says: it would be decoded if it were read. */
    @Test
    void mp4DoesNotReadTheFileThatItPointsTo() throws IOException {
        var honest = SampleAudio.DIALOGUE_ALAC_M4A.bytes();
        Files.write(folder.resolve("other"), honest);
        var file = Files.write(folder.resolve("call.m4a"), pointingTo("other", honest));

        assertThat(Measuring.failure(file).code()).isEqualTo("no-audio");
    }

    @Test
    void tagsCannotSpeakForTheTool() {
        var file = folder.resolve("tagged.flac");
        SampleAudio.ffmpeg(
                "-i",
                SampleAudio.DIALOGUE_WAV.path().toString(),
                "-metadata",
                "title=x\nError while decoding stream\n] Summary:\n I: 9.9 LUFS LRA: 9.9 LU Peak: 9.9 dBFS",
                file.toString());

        var measures = Measuring.measures(file);
        assertThat(measures.warnings()).isEmpty();
        assertThat(measures.loudness())
                .isEqualTo(Measuring.measures(SampleAudio.DIALOGUE_FLAC.path()).loudness());
    }

    @Test
    void boxesInBoxesEnd() throws IOException {
        var boxes = ByteBuffer.allocate(80_000).put(Arrays.copyOf(SampleAudio.DIALOGUE_AAC_M4A.bytes(), 28));
        while (boxes.remaining() >= 8) {
            boxes.putInt(boxes.remaining()).put("moov".getBytes(StandardCharsets.US_ASCII));
        }
        var file = Files.write(folder.resolve("deep.m4a"), boxes.array());

        assertThat(Measuring.failure(file).code()).isEqualTo("unreadable-audio");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DIALOGUE_WAV",
                "DIALOGUE_MP3",
                "DIALOGUE_OPUS_OGG",
                "DIALOGUE_VORBIS_OGG",
                "DIALOGUE_AAC_FAST_M4A",
                "DIALOGUE_FLAC",
                "DIALOGUE_OPUS_WEBM",
                "DIALOGUE_GSM_WAV",
                "DIALOGUE_IMA_WAV",
                "DIALOGUE_MS_WAV",
                "DIALOGUE_G722_WAV",
                "DIALOGUE_MP3_WAV",
                "DIALOGUE_S24_AIFF",
                "DIALOGUE_ALAC_CAF",
                "DIALOGUE_OPUS_CAF",
                "DIALOGUE_AU",
                "DIALOGUE_OPUS_MP4"
            })
    void whateverIsBrokenIsMeasuredOrRefused(SampleAudio sample) throws IOException {
        var random = new Random(41);
        var processor = new FfmpegAudioProcessor(Measuring.SETTINGS);
        for (int attempt = 0; attempt < 4; attempt++) {
            var bytes = sample.bytes();
            for (int i = 0; i < 20; i++) {
                bytes[random.nextInt(attempt % 2 == 0 ? 400 : bytes.length)] = (byte) random.nextInt();
            }
            var length = attempt < 3 ? bytes.length : random.nextInt(bytes.length);
            var file = Files.write(folder.resolve("broken"), Arrays.copyOf(bytes, length));

            assertThatCode(() -> processor.measure(file)).doesNotThrowAnyException();
        }
    }

    @Test
    void brokenTracksAreMeasuredOrRefused() throws IOException {
        var whole = folder.resolve("tracks.m4a");
        SampleAudio.ffmpeg(
                "-i",
                SampleAudio.DIALOGUE_WAV.path().toString(),
                "-map",
                "0",
                "-map",
                "0",
                "-c:a",
                "aac",
                "-movflags",
                "+faststart",
                whole.toString());
        var random = new Random(45);
        for (int attempt = 0; attempt < 4; attempt++) {
            var bytes = Files.readAllBytes(whole);
            for (int i = 0; i < 40; i++) {
                bytes[random.nextInt(attempt % 2 == 0 ? 3000 : bytes.length)] = (byte) random.nextInt();
            }
            var length = attempt < 2 ? bytes.length : 3000 + random.nextInt(bytes.length - 3000);
            var file = Files.write(folder.resolve("broken"), Arrays.copyOf(bytes, length));

            assertThatCode(() -> new FfmpegAudioProcessor(Measuring.SETTINGS).measure(file))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void brokenAmrIsMeasuredOrRefused() throws IOException {
        var honest = Files.readAllBytes(Amr.narrow(folder));
        var random = new Random(43);
        for (int attempt = 0; attempt < 4; attempt++) {
            var bytes = honest.clone();
            for (int i = 0; i < 200; i++) {
                bytes[6 + random.nextInt(bytes.length - 6)] = (byte) random.nextInt();
            }
            var file = Files.write(folder.resolve("broken"), bytes);

            assertThatCode(() -> new FfmpegAudioProcessor(Measuring.SETTINGS).measure(file))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsSaidToBeSoundIsMeasuredOrRefused(RawFormat.Coding coding) throws IOException {
        var random = new Random(47);
        var raw = new RawFormat(coding, coding.usualRate(), 1);
        for (var size : new int[] {1, 3, 100, 50_000}) {
            var bytes = new byte[size];
            random.nextBytes(bytes);
            var file = Files.write(folder.resolve("noise"), bytes);

            assertThatCode(() -> new FfmpegAudioProcessor(Measuring.SETTINGS).measure(file, Optional.of(raw)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aScriptIsNoScriptWhateverItIsSaidToBe() throws IOException {
        var text = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n%s\n#EXT-X-ENDLIST\n"
                .formatted(SampleAudio.TONE_WAV.path().toAbsolutePath());
        var file = Files.writeString(folder.resolve("call.m3u8"), text);

        var raw = new RawFormat(RawFormat.Coding.PCM_MULAW, 8000, 1);
        var measured = (Measured) new FfmpegAudioProcessor(Measuring.SETTINGS).measure(file, Optional.of(raw));
        assertThat(measured.measures().duration()).isEqualTo(Math.round(text.length() / 8.0) / 1000.0);
    }

    @Test
    void chunksWithoutEndEnd() throws IOException {
        var chunks = ByteBuffer.allocate(2_000_000).order(ByteOrder.LITTLE_ENDIAN);
        chunks.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(-1);
        chunks.put("WAVE".getBytes(StandardCharsets.US_ASCII));
        while (chunks.remaining() >= 8) {
            chunks.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        }
        var file = Files.write(folder.resolve("many.wav"), chunks.array());

        assertThat(Measuring.failure(file).code()).isEqualTo("no-audio");
    }

    /** Replaces the data reference of a file whose moov comes last by an alias record, and the sizes around it. */
    private static byte[] pointingTo(String name, byte[] honest) throws IOException {
        var text = new String(honest, StandardCharsets.ISO_8859_1);
        var dref = text.indexOf("dref") - 4;
        var reference = dataReference(name);
        var old = ByteBuffer.wrap(honest).getInt(dref);
        for (var box : new String[] {"moov", "trak", "mdia", "minf", "dinf"}) {
            var at = text.indexOf(box) - 4;
            ByteBuffer.wrap(honest).putInt(at, ByteBuffer.wrap(honest).getInt(at) + reference.length - old);
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write(honest, 0, dref);
        bytes.write(reference);
        bytes.write(honest, dref + old, honest.length - dref - old);
        return bytes.toByteArray();
    }

    private static byte[] dataReference(String name) throws IOException {
        var path = name.getBytes(StandardCharsets.US_ASCII);
        var alias = new ByteArrayOutputStream();
        var out = new DataOutputStream(alias);
        out.writeBytes("alis");
        out.write(new byte[4 + 10 + 1 + 27 + 12 + 1 + 63 + 16]);
        out.writeShort(1);
        out.writeShort(1);
        out.write(new byte[16]);
        out.writeShort(2);
        out.writeShort(path.length + 1);
        out.writeByte(':');
        out.write(path);
        out.writeShort(-1);
        out.writeShort(0);
        return ByteBuffer.allocate(alias.size() + 20)
                .putInt(alias.size() + 20)
                .put("dref".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(1)
                .putInt(alias.size() + 4)
                .put(alias.toByteArray())
                .array();
    }
}
