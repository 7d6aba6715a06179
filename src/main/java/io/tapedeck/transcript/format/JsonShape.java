package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import java.util.HashSet;
import java.util.Set;

/** Tells whose JSON document of a transcript it is, by what only theirs have. */
final class JsonShape {
    private static final Set<String> OF_WHISPER = Set.of("task", "words");
    private static final Set<String> OF_WHISPER_SEGMENTS =
            Set.of("seek", "avg_logprob", "no_speech_prob", "temperature");

    private final JsonSource source;
    private final Set<String> names = new HashSet<>();
    private final Set<String> ofResults = new HashSet<>();
    private final Set<String> ofSegments = new HashSet<>();
    private final Set<String> ofWords = new HashSet<>();

    private JsonShape(JsonSource source) {
        this.source = source;
        source.object(this::property);
    }

    /** @throws ProblemException invalid-request if it is no JSON object */
    static TranscriptReader of(byte[] document) {
        try (var source = new JsonSource(document)) {
            return new JsonShape(source).reader();
        }
    }

    private TranscriptReader reader() {
        if (names.contains("Transcript")) {
            return ContactLensJson::read;
        }
        if (ofResults.contains("channels")) {
            return DeepgramJson::read;
        }
        if (names.contains("results")) {
            return AmazonJson::read;
        }
        var isWhisper = names.stream().anyMatch(OF_WHISPER::contains)
                || ofSegments.stream().anyMatch(OF_WHISPER_SEGMENTS::contains)
                || ofWords.contains("word");
        return isWhisper ? WhisperJson::read : TapedeckJson::read;
    }

    private void property(String name) {
        names.add(name);
        if (name.equals("results") && source.isObject()) {
            source.object(inner -> {
                ofResults.add(inner);
                source.skip();
            });
        } else if (name.equals("segments") && source.isList()) {
            source.list(this::segment);
        } else {
            source.skip();
        }
    }

    private void segment(Place place) {
        if (ofSegments.isEmpty() && source.isObject()) {
            source.object(name -> {
                ofSegments.add(name);
                if (name.equals("words") && source.isList()) {
                    source.list(this::word);
                } else {
                    source.skip();
                }
            });
        } else {
            source.skip();
        }
    }

    private void word(Place place) {
        if (ofWords.isEmpty() && source.isObject()) {
            source.object(name -> {
                ofWords.add(name);
                source.skip();
            });
        } else {
            source.skip();
        }
    }
}
