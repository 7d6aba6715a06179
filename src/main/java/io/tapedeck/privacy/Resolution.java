package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.transcript.Placeholder;
import io.tapedeck.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes spans of what was found, by the recognisers or by somebody else. A word that several claim is masked under the strongest label; of
 * equal ones the longer wins. What was taken out before is nobody's.
 */
record Resolution(Transcript transcript) {
    private static final Comparator<Claim> WEAKEST_FIRST = Comparator.comparingDouble(Claim::strength)
            .thenComparingInt(claim -> claim.places().size());
    private static final Comparator<Place> IN_ORDER =
            Comparator.comparingInt(Place::segment).thenComparingInt(Place::word);

    /** Of both; no two share a word. */
    List<Span> spans(List<Find> finds, List<Span> others) {
        var claims = new TreeMap<Place, Claim>(IN_ORDER);
        Stream.concat(finds.stream().map(Claim::of), others.stream().map(Claim::of))
                .sorted(WEAKEST_FIRST)
                .forEach(claim ->
                        claim.places().stream().filter(this::isSaid).forEach(place -> claims.put(place, claim)));
        var spans = new ArrayList<Span>();
        claims.forEach((place, claim) -> add(spans, place, claim));
        return List.copyOf(spans);
    }

    private boolean isSaid(Place place) {
        var words = transcript.segments().get(place.segment).words();
        return !Placeholder.is(words.get(place.word).text());
    }

    private void add(List<Span> spans, Place place, Claim claim) {
        var last = spans.isEmpty() ? null : spans.getLast();
        var continues = last != null
                && last.entity() == claim.entity
                && last.segment() == place.segment
                && last.to() == place.word;
        if (continues) {
            spans.removeLast();
            spans.add(span(claim, Math.max(last.strength(), claim.strength), place.segment, last.from(), place.word));
        } else {
            spans.add(span(claim, claim.strength, place.segment, place.word, place.word));
        }
    }

    private Span span(Claim claim, double strength, int segment, int from, int last) {
        return Span.of(claim.entity, strength, transcript, segment, from, last + 1);
    }

    /** What somebody takes for personal. */
    private record Claim(Entity entity, double strength, List<Place> places) {
        static Claim of(Find find) {
            var places = find.tokens().stream()
                    .map(token -> new Place(token.segment(), token.word()))
                    .toList();
            return new Claim(find.entity(), find.strength(), places);
        }

        static Claim of(Span span) {
            var places = IntStream.range(span.from(), span.to())
                    .mapToObj(word -> new Place(span.segment(), word))
                    .toList();
            return new Claim(span.entity(), span.strength(), places);
        }
    }

    private record Place(int segment, int word) {}
}
