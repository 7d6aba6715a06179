package io.tapedeck.comprehend;

import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a transcript as a text, which knows where its words are. The text does not name who speaks; a line is a turn.
 *
 * <p>Parts overlap, so that what is cut by the end of one is whole in the next, with what is said before it.
 */
final class Passage {
    /** UTF-8. Comprehend takes 100 KB; its answer to this has less than a megabyte however dense that is. */
    static final int MOST_BYTES = 20_000;
    /** UTF-8, of which the next part has as much of this one's end. */
    static final int SHARED_BYTES = 2_000;

    private final Transcript transcript;
    private final List<Place> places = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int length;

    /**
     * A word in the text.
     *
     * @param from its first character, in code points
     * @param to after its last
     */
    private record Place(int segment, int word, int from, int to) {}

    private record Said(int segment, int word, String text, int bytes) {}

    private Passage(Transcript transcript, List<Said> words) {
        this.transcript = transcript;
        words.forEach(this::add);
    }

    /** All parts of a transcript; none where nobody says anything. */
    static List<Passage> of(Transcript transcript) {
        var words = words(transcript);
        var passages = new ArrayList<Passage>();
        for (int from = 0, to = 0; to < words.size(); from = shared(words, from, to)) {
            to = end(words, from);
            passages.add(new Passage(transcript, words.subList(from, to)));
        }
        return List.copyOf(passages);
    }

    private static List<Said> words(Transcript transcript) {
        var words = new ArrayList<Said>();
        for (int i = 0; i < transcript.segments().size(); i++) {
            var said = transcript.segments().get(i).words();
            for (int j = 0; j < said.size(); j++) {
                var text = said.get(j).text();
                words.add(new Said(i, j, text, text.getBytes(StandardCharsets.UTF_8).length + 1));
            }
        }
        return words;
    }

    private static int end(List<Said> words, int from) {
        var to = from;
        for (int bytes = 0; to < words.size() && bytes + words.get(to).bytes <= MOST_BYTES; to++) {
            bytes += words.get(to).bytes;
        }
        return to;
    }

    /** Where the next one begins; later than this one in any case. */
    private static int shared(List<Said> words, int from, int to) {
        var next = to;
        for (int bytes = 0; next - 1 > from && bytes + words.get(next - 1).bytes <= SHARED_BYTES; next--) {
            bytes += words.get(next - 1).bytes;
        }
        return next;
    }

    private void add(Said word) {
        if (!places.isEmpty()) {
            text.append(places.getLast().segment == word.segment ? ' ' : '\n');
            length++;
        }
        var from = length;
        text.append(word.text);
        length += word.text.codePointCount(0, word.text.length());
        places.add(new Place(word.segment, word.word, from, length));
    }

    String text() {
        return text.toString();
    }

    /** In code points. */
    int length() {
        return length;
    }

    /**
     * The words of which some was found, one span for each turn.
     *
     * @throws IllegalArgumentException if it lies between words
     */
    List<Span> spans(Detected found) {
        var spans = new ArrayList<Span>();
        for (int i = first(found.from()); i < places.size() && places.get(i).from < found.to(); i++) {
            var place = places.get(i);
            var continues = !spans.isEmpty() && spans.getLast().segment() == place.segment;
            var from = continues ? spans.removeLast().from() : place.word;
            spans.add(Span.of(found.entity(), found.strength(), transcript, place.segment, from, place.word + 1));
        }
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("must have entities that are words");
        }
        return spans;
    }

    /** The first word that ends after a character. */
    private int first(int character) {
        int low = 0;
        for (int high = places.size(); low < high; ) {
            var middle = (low + high) >>> 1;
            if (places.get(middle).to > character) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
