package io.tapedeck.json;

import io.tapedeck.audio.Format;
import java.time.Instant;

/** An AudioFile as the HTTP contract writes it. */
public record AudioFileView(
        String recording,
        int version,
        String url,
        String fileName,
        String contentType,
        Format format,
        String codec,
        long size,
        double duration,
        String sha256,
        Instant expiresAt) {}
