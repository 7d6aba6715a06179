package io.tapedeck.transcript.caption;

import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes captions of a transcript. */
final class Captions {
    private static final double MILLISECONDS = 1000;
    /** Of {@code Agent: }, beyond the name. */
    private static final int COLON_AND_SPACE = 2;

    private final Transcript transcript;
    private final SpeakerNames names;

    Captions(Transcript transcript) {
        this.transcript = transcript;
        this.names = new SpeakerNames(transcript);
    }

    /** In the order of their starts. */
    List<Caption> all() {
        Map<Voice, List<Caption>> voices = new LinkedHashMap<>();
        for (var segment : transcript.segments()) {
            var name = names.of(segment.voice());
            var lines =
                    new Lines(name.map(text -> text.length() + COLON_AND_SPACE).orElse(0));
            var pieces = Piece.of(segment.words(), lines.widest());
            voices.computeIfAbsent(segment.voice(), voice -> new ArrayList<>())
                    .addAll(new TurnCaptions(pieces, lines).of(name));
        }
        var durations = new Durations(Math.round(transcript.duration() * MILLISECONDS));
        return voices.values().stream()
                .flatMap(captions -> durations.of(captions).stream())
                .sorted(Comparator.comparingLong(Caption::start))
                .toList();
    }
}
