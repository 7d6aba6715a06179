package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code verbose_json} as Whisper and servers like OpenAI's write it: words of the whole, else words of each segment,
 * else the segments, whose words get guessed times. Words of the whole take their punctuation from the segments' text.
 */
public final class WhisperJson {
    private static final String ENGINE = "whisper";

    private final JsonSource source;
    private final double duration;
    private final List<WhisperWord> words = new ArrayList<>();
    private final List<WhisperSegment> segments = new ArrayList<>();
    private Optional<String> language = Optional.empty();
    private boolean hasContent;

    private WhisperJson(JsonSource source, double duration) {
        this.source = source;
        this.duration = duration;
    }

    /**
     * The transcript in a document.
     *
     * @param duration of what was listened to, seconds
     * @throws ProblemException invalid-request with the place of what is wrong and what would be right
     */
    public static Transcript read(byte[] document, double duration) {
        try (var source = new JsonSource(document)) {
            return new WhisperJson(source, duration).read();
        }
    }

    /**
     * The words that a server heard just now, in their order and inside of what it heard. Where it says that they were is not
     * held against it.
     *
     * @param duration of what was heard, seconds
     * @throws ProblemException invalid-request if it is no such document
     */
    public static List<Word> words(byte[] document, double duration) {
        try (var source = new JsonSource(document)) {
            return new WhisperJson(source, duration).heard();
        }
    }

    private List<Word> heard() {
        readContent();
        var heard = new EngineWords(duration);
        if (words.isEmpty()) {
            segments.forEach(segment -> segment.addTo(heard, duration));
        } else {
            punctuate();
            words.forEach(word -> word.addTo(heard));
        }
        return heard.words();
    }

    private void readContent() {
        source.object(this::property);
        if (!hasContent) {
            throw ProblemException.invalid("/segments", "is missing, and so is /words; verbose_json has both");
        }
    }

    private Transcript read() {
        readContent();
        var heard = new HeardWords(duration);
        var wordTimes = addTo(heard);
        var origin = DocumentErrors.make("/language", () -> new Origin(ENGINE, Optional.empty(), language));
        return Transcript.of(origin, duration, wordTimes, heard.words());
    }

    private WordTimes addTo(HeardWords heard) {
        if (!words.isEmpty()) {
            punctuate();
            words.forEach(word -> word.addTo(heard));
            return WordTimes.HEARD;
        }
        segments.forEach(segment -> segment.addTo(heard));
        return segments.stream().allMatch(WhisperSegment::hasWords) ? WordTimes.HEARD : WordTimes.ESTIMATED;
    }

    private void punctuate() {
        var text = new StringBuilder();
        segments.forEach(segment -> text.append(segment.text()).append(' '));
        Punctuation.of(text.toString()).addTo(words);
    }

    private void property(String name) {
        switch (name) {
            case "language" -> language = Optional.of(Languages.code(source.text()));
            case "words" -> {
                hasContent = true;
                source.list(place -> words.add(new WhisperWord(source, place)));
            }
            case "segments" -> {
                hasContent = true;
                source.list(place -> segments.add(new WhisperSegment(source, place)));
            }
            default -> source.skip();
        }
    }
}
