package io.tapedeck.http.request;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.http.Fields;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.EngineChoice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a caller wants the speech in a recording written down.
 *
 * @param engine that is asked for
 * @param language as BCP 47 has it; absent where the engine is to find out
 */
public record TranscriptionRequest(
        Optional<SpeechEngine> engine, Optional<String> language, Optional<Integer> speakers, List<String> vocabulary) {
    /** What a caller says who leaves it to the engine to find out. */
    private static final String ANY_LANGUAGE = "auto";

    private static final Pattern LANGUAGE = Pattern.compile("auto|[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}");
    private static final int MOST_WORDS = 500;
    private static final int LONGEST_WORD = 256;

    /** Reads the body of a request to transcribe. */
    public static TranscriptionRequest read(Fields fields) {
        var language = fields.text("language", LANGUAGE, "must be a BCP 47 language tag such as en-US, or auto")
                .orElse(Transcription.DEFAULT_LANGUAGE);
        var request = new TranscriptionRequest(
                fields.choice("engine", SpeechEngine.class),
                Optional.of(language).filter(tag -> !tag.equals(ANY_LANGUAGE)),
                fields.integer("speakers", 1, Transcription.MOST_SPEAKERS).map(Long::intValue),
                fields.texts("vocabulary", 0, MOST_WORDS, LONGEST_WORD).orElse(List.of()));
        fields.done();
        return request;
    }

    /**
     * The task that it is in a deployment with these engines.
     *
     * @throws ProblemException transcriber-unavailable
     */
    public Transcription by(EngineChoice engines) {
        return new Transcription(engines.choose(engine), language, speakers, vocabulary);
    }
}
