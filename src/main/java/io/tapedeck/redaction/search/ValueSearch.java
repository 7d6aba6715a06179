package io.tapedeck.redaction.search;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.Span;
import io.tapedeck.privacy.lexicon.OrdinaryWords;
import io.tapedeck.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks for values that were found, wherever else they may stand. Made once, it may be asked from any thread. */
public final class ValueSearch {
    /** How sure the label is of what is found for having been found before. */
    private static final double STRENGTH = 0.6;

    private static final Comparator<Place> IN_ORDER =
            Comparator.comparingInt(Place::segment).thenComparingInt(Place::word);

    private final ValueForms forms = new ValueForms(new OrdinaryWords());

    /** The values of all that was found in a transcript. */
    public FoundValues values(Transcript transcript, List<Span> found) {
        return FoundValues.of(new SpokenTranscript(transcript), found, forms);
    }

    /**
     * All that was found, and wherever else the transcript says one of its values: afterwards none is left outside of spans.
     *
     * @param found in the order of segments and words
     * @return in the same order; no two share a word
     */
    public List<Span> complete(Transcript transcript, List<Span> found) {
        var all = List.copyOf(found);
        for (var more = missed(transcript, all, place -> false);
                !more.isEmpty();
                more = missed(transcript, all, place -> false)) {
            all = inOrder(all, more);
        }
        return all;
    }

    /**
     * Where a transcript says again what was found, beside where it was found: in the words as they are, and in what is left of
     * them, since what was a part of a longer number may stand alone then.
     *
     * @param isGone which of the other words will not be left
     */
    public List<Span> missed(Transcript transcript, List<Span> found, Predicate<Place> isGone) {
        var spoken = new SpokenTranscript(transcript);
        var values = FoundValues.of(spoken, found, forms);
        var known = places(found);
        var claims = new TreeMap<Place, Entity>(IN_ORDER);
        var left = new SpokenTranscript(transcript, place -> known.contains(place) || isGone.test(place));
        Stream.concat(spoken.passages().stream(), left.passages().stream())
                .forEach(passage -> claim(values, passage, known, claims));
        return spans(claims, transcript);
    }

    private static void claim(
            FoundValues values, SpokenTranscript.Passage passage, Set<Place> known, Map<Place, Entity> claims) {
        for (var hit : values.hits(passage.text())) {
            for (int i = hit.from(); i < hit.to(); i++) {
                var last = passage.text().lastWord(i);
                for (int word = passage.text().firstWord(i); word <= last; word++) {
                    var place = passage.said().place(word);
                    if (!known.contains(place)) {
                        claims.putIfAbsent(place, hit.value().entity());
                    }
                }
            }
        }
    }

    /** Both, in the order of segments and words. */
    public static List<Span> inOrder(List<Span> some, List<Span> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingInt(Span::segment).thenComparingInt(Span::from))
                .toList();
    }

    private static Set<Place> places(List<Span> spans) {
        var places = new HashSet<Place>();
        for (var span : spans) {
            for (int word = span.from(); word < span.to(); word++) {
                places.add(new Place(span.segment(), word));
            }
        }
        return places;
    }

    private static List<Span> spans(Map<Place, Entity> claims, Transcript transcript) {
        var spans = new ArrayList<Span>();
        claims.forEach((place, entity) -> {
            var last = spans.isEmpty() ? null : spans.getLast();
            var continues = last != null
                    && last.entity() == entity
                    && last.segment() == place.segment()
                    && last.to() == place.word();
            if (continues) {
                spans.removeLast();
            }
            var from = continues ? last.from() : place.word();
            spans.add(Span.of(entity, STRENGTH, transcript, place.segment(), from, place.word() + 1));
        });
        return spans;
    }
}
