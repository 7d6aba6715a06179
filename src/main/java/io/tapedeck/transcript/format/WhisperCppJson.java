package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Word;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads what {@code whisper-cli -ojf} writes: tokens, which make up words, one of which begins with each space. Tokens may be
 * parts of a character, and the text of a token is then no valid UTF-8; that of a word is.
 */
public final class WhisperCppJson {
    private static final double MILLISECONDS = 1000;

    private final JsonSource source;
    private final EngineWords words;
    private final WhisperCppWord word = new WhisperCppWord();

    private WhisperCppJson(JsonSource source, double duration) {
        this.source = source;
        this.words = new EngineWords(duration);
    }

    /**
     * The words, in their order and inside of what was heard.
     *
     * @param duration of what was heard, seconds
     * @throws ProblemException invalid-request if it is no such document
     */
    public static List<Word> words(byte[] document, double duration) {
        try (var source = new JsonSource(new String(document, StandardCharsets.ISO_8859_1))) {
            return new WhisperCppJson(source, duration).read();
        }
    }

    private List<Word> read() {
        source.object(name -> {
            if (name.equals("transcription")) {
                source.list(segment -> segment());
            } else {
                source.skip();
            }
        });
        return words.words();
    }

    private void segment() {
        source.object(name -> {
            if (name.equals("tokens")) {
                source.list(this::token);
            } else {
                source.skip();
            }
        });
        word.addTo(words);
    }

    private void token(Place place) {
        var token = new WhisperCppToken(source);
        if (!token.isSpecial()) {
            if (token.beginsWord()) {
                word.addTo(words);
            }
            word.add(token.bytes(), token.from() / MILLISECONDS, token.to() / MILLISECONDS, token.probability());
        }
    }
}
