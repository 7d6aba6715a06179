package io.tapedeck.amazontranscribe;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.WordTimes;
import io.tapedeck.transcript.format.Transcripts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Amazon Transcribe heard, as a transcript of the recording. */
final class AmazonResult {
    private static final String MEDIA_TYPE = "application/vnd.amazon.transcribe+json";
    private static final String ENGINE = "amazon-transcribe";
    /** Seconds within which Amazon's clock may be off, such as after a gap in the time line. */
    private static final double ANY_TIME = 24 * 3600;

    private AmazonResult() {}

    /** That of audio in which nobody speaks. */
    static Transcript silence(Optional<String> language, double duration) {
        return Transcript.of(origin(language), duration, WordTimes.HEARD, List.of());
    }

    /**
     * That in a document. What begins after the end of the recording is left out, and what goes on after it ends with it.
     *
     * @param language in which it was heard, where the document does not say
     * @param duration of the recording, seconds
     * @throws ProblemException if the document holds no transcript
     * @throws IllegalArgumentException if it holds one of words that nobody can have said
     */
    static Transcript read(byte[] document, Optional<String> language, double duration) {
        var heard = Transcripts.read(MEDIA_TYPE, document, ANY_TIME);
        var segments = heard.segments().stream()
                .flatMap(segment -> within(segment, duration))
                .toList();
        return new Transcript(
                origin(heard.origin().language().or(() -> language)),
                duration,
                heard.redacted(),
                heard.wordTimes(),
                List.of(),
                segments);
    }

    private static Origin origin(Optional<String> language) {
        return new Origin(ENGINE, Optional.empty(), language);
    }

    private static Stream<Segment> within(Segment segment, double duration) {
        var words = segment.words().stream()
                .filter(word -> word.start() < duration)
                .map(word -> word.end() <= duration ? word : word.at(word.start(), duration))
                .toList();
        return words.isEmpty() ? Stream.empty() : Stream.of(new Segment(segment.voice(), words));
    }
}
