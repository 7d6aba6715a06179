package io.tapedeck.amazontranscribe;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.SpeechSource;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A recorded call of ten seconds on two channels, and others like it.
 *
 * @param bitrate kbps
 * @param speech seconds on each channel
 */
record Calls(
        Format format,
        int sampleRate,
        double bitrate,
        int channels,
        double duration,
        ChannelLayout layout,
        double speech,
        Optional<StorageName> storage) {
    static final Instant NOON = Instant.ofEpochSecond(4_102_488_000L);
    static final TenantId ACME = new TenantId("acme");
    static final RecordingId RECORDING = new RecordingId(Ulid.first(NOON.minusSeconds(60)));
    static final JobId JOB = new JobId(Ulid.first(NOON));
    static final Calls DUAL = new Calls(Format.WAV, 8000, 256, 2, 10, ChannelLayout.DUAL, 4.5, Optional.empty());
    static final Calls MONO = DUAL.on(1, ChannelLayout.MONO);

    Calls on(int count, ChannelLayout other) {
        return new Calls(format, sampleRate, bitrate, count, duration, other, speech, storage);
    }

    Calls in(Format other) {
        return new Calls(other, sampleRate, bitrate, channels, duration, layout, speech, storage);
    }

    Calls at(int rate, double kbps) {
        return new Calls(format, rate, kbps, channels, duration, layout, speech, storage);
    }

    Calls lasting(double seconds, double spoken) {
        return new Calls(format, sampleRate, bitrate, channels, seconds, layout, spoken, storage);
    }

    Calls in(StorageName other) {
        return new Calls(format, sampleRate, bitrate, channels, duration, layout, speech, Optional.of(other));
    }

    SpeechSource source() {
        var measures = new AudioMeasures(
                format,
                "pcm_s16le",
                sampleRate,
                bitrate,
                channels,
                duration,
                Quality.LOSSLESS,
                new Loudness(-23.1, 4, Optional.of(-1.5)),
                channels > 2 ? Optional.empty() : Optional.of(layout),
                Collections.nCopies(channels, speech),
                List.of(),
                Optional.empty());
        var input = new AudioInput(measures, () -> {
            throw new AssertionError("Amazon reads the audio, not we");
        });
        return new SpeechSource(
                ACME,
                RECORDING,
                JOB,
                ObjectKey.audio(ACME, RECORDING, "v1", format).in(storage),
                input);
    }

    static Transcription in(String language, String... vocabulary) {
        return new Transcription(
                SpeechEngine.AMAZON_TRANSCRIBE, Optional.of(language), Optional.empty(), List.of(vocabulary));
    }

    static Transcription inAnyLanguage(String... vocabulary) {
        return new Transcription(
                SpeechEngine.AMAZON_TRANSCRIBE, Optional.empty(), Optional.empty(), List.of(vocabulary));
    }

    static Transcription of(int speakers) {
        return new Transcription(
                SpeechEngine.AMAZON_TRANSCRIBE, Optional.of("en-US"), Optional.of(speakers), List.of());
    }
}
