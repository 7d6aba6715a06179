package io.tapedeck.privacy;

import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Token;
import io.tapedeck.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Makes spans of what the recognisers found. A word that several claim is masked under the strongest label; of equal ones the longer wins. */
record Resolution(Transcript transcript) {
    private static final Comparator<Find> WEAKEST_FIRST = Comparator.comparingDouble(Find::strength)
            .thenComparingInt(find -> find.tokens().size());
    private static final Comparator<Place> IN_ORDER =
            Comparator.comparingInt(Place::segment).thenComparingInt(Place::word);

    List<Span> spans(List<Find> finds) {
        var claims = new TreeMap<Place, Find>(IN_ORDER);
        finds.stream()
                .sorted(WEAKEST_FIRST)
                .forEach(find -> find.tokens().stream()
                        .filter(token -> !token.is(Kind.PLACEHOLDER))
                        .forEach(token -> claims.put(Place.of(token), find)));
        var spans = new ArrayList<Span>();
        claims.forEach((place, find) -> add(spans, place, find));
        return List.copyOf(spans);
    }

    private void add(List<Span> spans, Place place, Find find) {
        var last = spans.isEmpty() ? null : spans.getLast();
        var continues = last != null
                && last.entity() == find.entity()
                && last.segment() == place.segment
                && last.to() == place.word;
        if (continues) {
            spans.removeLast();
            spans.add(span(find, Math.max(last.strength(), find.strength()), place.segment, last.from(), place.word));
        } else {
            spans.add(span(find, find.strength(), place.segment, place.word, place.word));
        }
    }

    private Span span(Find find, double strength, int segment, int from, int last) {
        var said = transcript.segments().get(segment);
        var words = said.words();
        return new Span(
                find.entity(),
                strength,
                segment,
                from,
                last + 1,
                words.get(from).start(),
                words.get(last).end(),
                said.voice());
    }

    private record Place(int segment, int word) {
        static Place of(Token token) {
            return new Place(token.segment(), token.word());
        }
    }
}
