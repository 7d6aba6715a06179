package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads our own documents. What follows from the words (text, confidence, and the start and end of a segment that has words)
 * is not read; a segment without words has its text parted into words, whose times are guessed.
 */
final class TapedeckJson {
    private final JsonSource source;
    private final double duration;
    private final boolean isOurs;
    private final HeardWords words;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Party> speakers = new ArrayList<>();
    private Optional<String> engine = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<String> language = Optional.empty();
    private boolean redacted;
    private WordTimes wordTimes = WordTimes.HEARD;
    private boolean hasSegments;

    private TapedeckJson(JsonSource source, double duration, boolean isOurs) {
        this.source = source;
        this.duration = duration;
        this.isOurs = isOurs;
        this.words = isOurs ? HeardWords.known(duration) : new HeardWords(duration);
    }

    /**
     * One that is brought along. That it is redacted is not taken from it: only we know.
     *
     * @see TranscriptReader#read
     */
    static Transcript read(byte[] document, double duration) {
        return read(document, duration, false);
    }

    /** One that we wrote. */
    static Transcript stored(byte[] document, double duration) {
        return read(document, duration, true);
    }

    private static Transcript read(byte[] document, double duration, boolean isOurs) {
        try (var source = new JsonSource(document)) {
            return new TapedeckJson(source, duration, isOurs).read();
        }
    }

    private Transcript read() {
        source.object(this::property);
        if (!hasSegments) {
            throw ProblemException.invalid("/segments", "is missing; an empty list says that nothing is said");
        }
        return DocumentErrors.make("", () -> {
            var origin = new Origin(engine.orElse(Origin.IMPORT.engine()), model, language);
            return new Transcript(origin, duration, redacted && isOurs, wordTimes, speakers, segments);
        });
    }

    private void property(String name) {
        switch (name) {
            case "engine" -> engine = Optional.of(source.text());
            case "model" -> model = Optional.of(source.text());
            case "language" -> language = Optional.of(source.text());
            case "redacted" -> redacted = source.flag();
            case "wordTimes" -> wordTimes();
            case "speakers" -> source.list(this::speaker);
            case "segments" -> {
                hasSegments = true;
                source.list(this::segment);
            }
            default -> source.skip();
        }
    }

    private void wordTimes() {
        var text = source.text();
        if (text.equals(WordTimes.ESTIMATED.toString())) {
            wordTimes = WordTimes.ESTIMATED;
        } else if (!text.equals(WordTimes.HEARD.toString())) {
            throw source.problem("must be heard or estimated");
        }
    }

    private void segment(Place place) {
        var segment = new SegmentJson(source, place);
        if (segment.isWithoutWords()) {
            wordTimes = WordTimes.ESTIMATED;
        }
        segments.add(segment.addTo(words));
    }

    private void speaker(Place place) {
        if (speakers.size() == HeardWords.MOST_SPEAKERS && !isOurs) {
            throw source.problem(
                    "is one too many: a transcript has %d speakers at most".formatted(HeardWords.MOST_SPEAKERS));
        }
        var party = new PartyJson(source);
        speakers.add(DocumentErrors.make(place, party::party));
    }
}
