package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tapedeck.storage.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What a shared link shows to whoever opens it, as the HTTP contract writes it and as the page shows it.
 *
 * @param audio where to listen; good for as long as an opening is
 * @param download where to fetch it as a file; absent unless {@code allowDownload}
 * @param duration of what is shared, in seconds
 * @param created when the share was made
 * @param expiresAt when the share ends
 * @param transcript of what is shared, in its own time
 * @param object that the audio is, which nobody is shown
 */
public record OpenedShareView(
        UrlView audio,
        Optional<UrlView> download,
        String title,
        double duration,
        Instant created,
        Instant expiresAt,
        Optional<SharedTranscriptView> transcript,
        SharedWaveformView waveform,
        boolean allowDownload,
        @JsonIgnore ObjectKey object) {}
