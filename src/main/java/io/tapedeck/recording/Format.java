package io.tapedeck.recording;

/** The containers that recordings come in and can be turned into. */
public enum Format {
    MP3("audio/mpeg"),
    WAV("audio/wav"),
    OGG("audio/ogg"),
    M4A("audio/mp4"),
    FLAC("audio/flac"),
    WEBM("audio/webm");

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** Without the dot. */
    public String extension() {
        return toString();
    }

    @Override
    public String toString() {
        return Wire.name(this);
    }
}
