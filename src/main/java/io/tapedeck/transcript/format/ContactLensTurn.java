package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Estimate;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Voice;
import java.util.Map;
import java.util.Optional;

/** A turn in what Contact Lens writes, whose properties come in any order. */
final class ContactLensTurn {
    private static final double MILLISECONDS = 1000;

    private final JsonSource source;
    private final Place place;
    private double start = Double.NaN;
    private double end = Double.NaN;
    private Optional<String> text = Optional.empty();
    private Optional<String> participant = Optional.empty();

    ContactLensTurn(JsonSource source, Place place) {
        this.source = source;
        this.place = place;
        source.object(this::property);
    }

    /** Seconds; no number where nobody said. */
    double start() {
        return start;
    }

    /**
     * The role of who speaks; in some documents it is their id.
     *
     * @param roles of participants by their ids
     */
    Optional<String> role(Map<String, String> roles) {
        return participant.map(id -> roles.getOrDefault(id, id));
    }

    /**
     * Adds its words to those of a recording.
     *
     * @throws ProblemException invalid-request if they cannot have been said there
     */
    void addTo(HeardWords words, Voice voice) {
        if (Double.isNaN(start) || Double.isNaN(end)) {
            throw ProblemException.invalid(place.toString(), "must have a BeginOffsetMillis and an EndOffsetMillis");
        }
        words.beginSegment();
        DocumentErrors.check(
                place,
                () -> Estimate.words(text.orElse(""), start, end)
                        .forEach(word -> words.add(voice, word.text(), word.start(), word.end(), word.confidence())));
    }

    private void property(String name) {
        switch (name) {
            case "BeginOffsetMillis" -> start = source.number() / MILLISECONDS;
            case "EndOffsetMillis" -> end = source.number() / MILLISECONDS;
            case "Content" -> text = Optional.of(source.text());
            case "ParticipantId" -> participant = Optional.of(source.text());
            default -> source.skip();
        }
    }
}
