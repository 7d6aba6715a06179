package io.tapedeck.audio;

import io.tapedeck.id.WireNames;
import java.util.Arrays;
import java.util.List;

/** The containers that recordings come in, and those of them that they can be turned into. */
public enum Format {
    MP3("audio/mpeg", true),
    WAV("audio/wav", true),
    OGG("audio/ogg", true),
    M4A("audio/mp4", true),
    FLAC("audio/flac", true),
    WEBM("audio/webm", true),
    /** With what is never written to an m4a: Opus as browsers record it, AMR of telephones, MP3, FLAC. */
    MP4("audio/mp4", false),
    AIFF("audio/aiff", false),
    CAF("audio/x-caf", false),
    AMR("audio/amr", false),
    AU("audio/basic", false),
    /** No container at all: the caller said how the sound is coded. */
    RAW("application/octet-stream", false);

    /** Those that audio is written in; the others only come in. */
    public static final List<Format> WRITTEN =
            Arrays.stream(values()).filter(Format::isWritten).toList();

    private final String contentType;
    private final boolean written;

    Format(String contentType, boolean written) {
        this.contentType = contentType;
        this.written = written;
    }

    public String contentType() {
        return contentType;
    }

    /** Whether audio is written in it. */
    public boolean isWritten() {
        return written;
    }

    /** Without the dot. */
    public String extension() {
        return toString();
    }

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
