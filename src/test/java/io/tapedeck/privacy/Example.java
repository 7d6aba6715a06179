package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * An utterance, or a few of both sides, and which of its words are personal.
 *
 * @param marked by place
 */
public record Example(String id, Transcript transcript, Map<Place, Entity> marked) {
    private static final double WORD = 0.3;
    private static final double BETWEEN_TURNS = 0.6;

    /** A word of a segment. */
    public record Place(int segment, int word) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return segment == other.segment ? word - other.word : segment - other.segment;
        }
    }

    /**
     * Of turns as "B: my pin is [pin four four one two]"; "~6" is a pause of six seconds.
     *
     * @param turns those of A on channel 0, of B on channel 1
     */
    public static Example of(String id, List<String> turns) {
        var segments = new ArrayList<Segment>();
        var marked = new TreeMap<Place, Entity>();
        var time = 1.0;
        for (var turn : turns) {
            var words = new ArrayList<Word>();
            Entity entity = null;
            for (var text : turn.substring(2).strip().split("\\s+")) {
                if (text.startsWith("~")) {
                    time += Double.parseDouble(text.substring(1));
                    continue;
                }
                if (text.startsWith("[")) {
                    entity = entity(text.substring(1)).orElseThrow(() -> new IllegalArgumentException(id));
                    continue;
                }
                if (entity != null) {
                    marked.put(new Place(segments.size(), words.size()), entity);
                }
                if (text.contains("]")) {
                    entity = null;
                }
                words.add(new Word(text.replace("]", ""), time, time + WORD, OptionalDouble.empty()));
                time += WORD;
            }
            segments.add(new Segment(Voice.ofChannel(turn.charAt(0) - 'A'), words));
            time += BETWEEN_TURNS;
        }
        return new Example(
                id,
                new Transcript(Spoken.ORIGIN, time + 1, false, WordTimes.HEARD, List.of(), segments),
                Map.copyOf(marked));
    }

    String text(Place place) {
        return transcript
                .segments()
                .get(place.segment())
                .words()
                .get(place.word())
                .text();
    }

    /** The words that spans take. */
    static Map<Place, Entity> words(List<Span> spans) {
        var words = new TreeMap<Place, Entity>();
        for (var span : spans) {
            for (int i = span.from(); i < span.to(); i++) {
                words.put(new Place(span.segment(), i), span.entity());
            }
        }
        return words;
    }

    private static Optional<Entity> entity(String name) {
        return Arrays.stream(Entity.values())
                .filter(entity -> entity.toString().equals(name))
                .findFirst();
    }
}
