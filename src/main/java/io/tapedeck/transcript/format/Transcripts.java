package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.transcript.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads transcripts that are brought along: our own JSON, WebVTT, SubRip, and what Amazon Transcribe, Contact Lens, Deepgram and
 * Whisper put out. JSON is told apart by its shape, whatever of these its Content-Type says.
 */
public final class Transcripts {
    /** Bytes of the largest document. */
    public static final int LARGEST = 256 << 20;

    private static final List<String> JSON_TYPES = List.of(
            "application/json",
            "application/vnd.amazon.transcribe+json",
            "application/vnd.deepgram+json",
            "application/vnd.openai.verbose+json");

    private static final Map<String, TranscriptReader> CAPTIONS = Map.of(
            "text/vtt", VttReader::read,
            "application/x-subrip", SrtReader::read,
            "application/srt", SrtReader::read,
            "text/srt", SrtReader::read);

    private Transcripts() {}

    /**
     * The transcript in a document that we wrote.
     *
     * @param duration of the recording, seconds
     */
    public static Transcript stored(byte[] document, double duration) {
        return TapedeckJson.stored(document, duration);
    }

    /**
     * The transcript in a document.
     *
     * @param contentType of the document, parameters included
     * @param duration of the recording, seconds
     * @throws ProblemException invalid-request, too-large, unsupported-media-type
     */
    public static Transcript read(String contentType, byte[] document, double duration) {
        if (document.length > LARGEST) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "The transcript has %d bytes; %d are taken here.".formatted(document.length, LARGEST));
        }
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (JSON_TYPES.contains(type)) {
            return JsonShape.of(document).read(document, duration);
        }
        var reader = CAPTIONS.get(type);
        if (reader == null) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "A transcript must be %s, %s, and Content-Type must say so."
                            .formatted(
                                    String.join(", ", JSON_TYPES),
                                    String.join(", ", new TreeSet<>(CAPTIONS.keySet()))));
        }
        return reader.read(document, duration);
    }
}
