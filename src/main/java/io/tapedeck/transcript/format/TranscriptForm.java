package io.tapedeck.transcript.format;

import io.tapedeck.id.WireNames;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.caption.PlainTranscript;
import io.tapedeck.transcript.caption.Srt;
import io.tapedeck.transcript.caption.Vtt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How a transcript can be written. */
public enum TranscriptForm {
    JSON("application/json"),
    VTT("text/vtt"),
    SRT("application/x-subrip"),
    TXT("text/plain");

    private final String mediaType;

    TranscriptForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Without parameters; all but JSON are UTF-8, which Content-Type should say. */
    public String mediaType() {
        return mediaType;
    }

    /** The whole file. */
    public byte[] write(Transcript transcript) {
        return switch (this) {
            case JSON -> json(transcript);
            case VTT -> utf8(Vtt.of(transcript));
            case SRT -> utf8(Srt.of(transcript));
            case TXT -> utf8(PlainTranscript.of(transcript));
        };
    }

    @Override
    public String toString() {
        return WireNames.name(this);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Transcript transcript) {
        try (var bytes = new ByteArrayOutputStream()) {
            TranscriptJson.write(transcript, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
