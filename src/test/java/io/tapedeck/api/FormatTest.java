package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audio of every format, whatever its caller says it is. */
@QuarkusTest
class FormatTest {
    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @ParameterizedTest
    @CsvSource({
        "DIALOGUE_MULAW_WAV, wav, pcm_mulaw, audio/wav, low",
        "DIALOGUE_MP3, mp3, mp3, audio/mpeg, medium",
        "DIALOGUE_OPUS_OGG, ogg, opus, audio/ogg, medium",
        "DIALOGUE_VORBIS_OGG, ogg, vorbis, audio/ogg, low",
        "DIALOGUE_AAC_M4A, m4a, aac, audio/mp4, low",
        "DIALOGUE_ALAC_M4A, m4a, alac, audio/mp4, lossless",
        "DIALOGUE_FLAC, flac, flac, audio/flac, lossless",
        "DIALOGUE_OPUS_WEBM, webm, opus, audio/webm, medium",
        "DIALOGUE_GSM_WAV, wav, gsm_ms, audio/wav, low",
        "DIALOGUE_OPUS_MP4, mp4, opus, audio/mp4, medium",
        "DIALOGUE_AIFF, aiff, pcm_s16be, audio/aiff, lossless",
        "DIALOGUE_ALAC_CAF, caf, alac, audio/x-caf, lossless",
        "DIALOGUE_AU, au, pcm_mulaw, audio/basic, low"
    })
    void theBytesDecideWhatItIs(SampleAudio sample, String format, String codec, String contentType, String quality) {
        var audio = sample.bytes();
        var id = caller.completed(audio, Map.of("upload", Map.of("contentType", "audio/x-something-else")));

        var recording = caller.retrieve(id);
        assertThat(recording.getString("format")).isEqualTo(format);
        assertThat(recording.getString("codec")).isEqualTo(codec);
        assertThat(recording.getString("quality")).isEqualTo(quality);
        assertThat(recording.getDouble("duration")).isBetween(9.9, 10.2);
        assertThat(recording.getString("sha256")).isEqualTo(Audio.sha256(audio));
        assertThat(recording.getString("storagePath")).endsWith("." + format);
        caller.get(id, "download")
                .body("contentType", equalTo(contentType))
                .body("fileName", equalTo(id + "." + format));
    }

    @Test
    void soundWithoutAHeaderIsTakenAsAnnounced() {
        var raw = Map.of("codec", "pcm_mulaw", "sampleRate", 8000, "channels", 2);
        var audio = SampleAudio.DIALOGUE_RAW_MULAW.bytes();
        var id = caller.completed(audio, Map.of("upload", Map.of("rawFormat", raw)));

        var recording = caller.retrieve(id);
        assertThat(recording.getString("format")).isEqualTo("raw");
        assertThat(recording.getString("codec")).isEqualTo("pcm_mulaw");
        assertThat(recording.getDouble("duration")).isEqualTo(10);
        assertThat(recording.getInt("channels")).isEqualTo(2);
        caller.get(id, "download").body("contentType", equalTo("application/octet-stream"));
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT_WAV, silent",
        "ONE_SIDED_WAV, silent-channel",
        "DUPLICATED_WAV, duplicated-channels",
        "CLIPPED_WAV, clipped"
    })
    void whatIsWrongWithAudioThatCanBeUsedIsSaid(SampleAudio sample, String warning) {
        var recording = caller.retrieve(caller.completed(sample.bytes()));
        assertThat(recording.<String>getList("warnings.code")).contains(warning);
        assertThat(recording.<String>getList("warnings.message")).allMatch(message -> message.endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({"TONE_WAV, mono, 1", "DIALOGUE_WAV, dual, 2", "DUPLICATED_WAV, duplicated, 1"})
    void thereIsAParticipantForEverySoundThatCanBeToldApart(SampleAudio sample, String layout, int participants) {
        var recording = caller.retrieve(caller.completed(sample.bytes()));
        assertThat(recording.getString("channelLayout")).isEqualTo(layout);
        assertThat(recording.<Object>getList("participants")).hasSize(participants);
        assertThat(recording.getBoolean("speakerDiarization")).isEqualTo(layout.equals("dual"));
    }
}
