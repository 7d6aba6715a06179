package io.tapedeck.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.audio.Action;
import io.tapedeck.audio.Format;
import io.tapedeck.recording.AudioVersion;
import java.time.Instant;
import java.util.Optional;

/** An AudioVersion as the HTTP contract writes it. */
public record VersionView(
        int version,
        Action action,
        Optional<JsonNode> request,
        Format format,
        String codec,
        int sampleRate,
        double bitrate,
        int channels,
        double duration,
        long fileSize,
        String sha256,
        Optional<String> parentSha256,
        Instant created,
        String actor,
        boolean current,
        boolean purged) {

    /** @param purged whether it is destroyed, or as if it were for the reader */
    public static VersionView of(AudioVersion version, boolean isCurrent, boolean purged, Json json) {
        var measures = version.measures();
        var provenance = version.provenance();
        var file = version.file();
        return new VersionView(
                version.number(),
                provenance.action(),
                provenance.request().map(json::read),
                measures.format(),
                measures.codec(),
                measures.sampleRate(),
                measures.bitrate(),
                measures.channels(),
                measures.duration(),
                file.size(),
                file.sha256(),
                provenance.parentSha256(),
                provenance.created(),
                provenance.actor().value(),
                isCurrent,
                purged);
    }
}
