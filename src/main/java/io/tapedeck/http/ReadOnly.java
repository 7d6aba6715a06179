package io.tapedeck.http;

import java.util.Set;

/** The properties of a CallRecording that only this program sets. */
final class ReadOnly {
    private ReadOnly() {}

    static final Set<String> PROPERTIES = Set.of(
            "id",
            "status",
            "url",
            "secureUrl",
            "format",
            "codec",
            "sampleRate",
            "bitrate",
            "channels",
            "duration",
            "fileSize",
            "storage",
            "storagePath",
            "bucket",
            "region",
            "encrypted",
            "encryptionKey",
            "redacted",
            "redactionType",
            "transcript",
            "hasTranscript",
            "speakerDiarization",
            "noiseReduction",
            "volumeNormalization",
            "silenceRemoval",
            "compressionRatio",
            "quality",
            "downloadCount",
            "lastAccessed",
            "expiresAt",
            "autoDeleteAt",
            "legalHold",
            "created",
            "updated",
            "version",
            "sha256",
            "loudness",
            "derivedFrom",
            "failure",
            "job",
            "upload",
            "channelLayout",
            "warnings",
            "deletion");
}
