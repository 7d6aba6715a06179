package io.tapedeck.http;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.transcript.EngineChoice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how the speech in a recording is to be written down. */
public final class TranscriptionReader {
    private static final String DEFAULT_LANGUAGE = "en-US";
    /** What a caller says who leaves it to the engine to find out. */
    private static final String ANY_LANGUAGE = "auto";

    private static final Pattern LANGUAGE = Pattern.compile("auto|[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}");
    private static final int MOST_WORDS = 500;
    private static final int LONGEST_WORD = 256;

    private TranscriptionReader() {}

    /**
     * Reads the body of a request to transcribe.
     *
     * @throws io.tapedeck.problem.ProblemException transcriber-unavailable
     */
    public static Transcription read(Fields fields, EngineChoice engines) {
        var language = fields.text("language", LANGUAGE, "must be a BCP 47 language tag such as en-US, or auto")
                .orElse(DEFAULT_LANGUAGE);
        var engine = fields.choice("engine", SpeechEngine.class);
        var speakers =
                fields.integer("speakers", 1, Transcription.MOST_SPEAKERS).map(Long::intValue);
        var vocabulary = fields.texts("vocabulary", 0, MOST_WORDS, LONGEST_WORD).orElse(List.of());
        fields.done();
        return new Transcription(
                engines.choose(engine),
                Optional.of(language).filter(tag -> !tag.equals(ANY_LANGUAGE)),
                speakers,
                vocabulary);
    }
}
