package io.tapedeck.transcript.format;

import io.tapedeck.transcript.Estimate;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Spacing;
import io.tapedeck.transcript.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a caption, or a part of it with times of its own, shows of one voice or several. */
final class CueText {
    private static final List<String> DASHES = List.of("-", "–", "—");

    private record Part(Voice voice, String text) {}

    private final List<Part> parts = new ArrayList<>();

    /** Adds text, which may be blank. */
    void add(Voice voice, String text) {
        var said = text.isBlank()
                ? ""
                : Spacing.split(text).stream()
                        .filter(word -> !DASHES.contains(word))
                        .collect(Collectors.joining(" "));
        if (!said.isEmpty()) {
            parts.add(new Part(voice, said));
        }
    }

    /**
     * Adds its words at guessed times.
     *
     * @param start seconds
     * @param end seconds
     * @throws IllegalArgumentException with what is wrong
     */
    void addTo(HeardWords heard, double start, double end) {
        if (end < start) {
            throw new IllegalArgumentException("must not end at %s s, before its start at %s s".formatted(end, start));
        }
        heard.beginSegment();
        var all = parts.stream().map(Part::text).collect(Collectors.joining(" "));
        var words = Estimate.words(all, start, end).iterator();
        for (var part : parts) {
            for (int i = Spacing.split(part.text()).size(); i > 0; i--) {
                var word = words.next();
                heard.add(part.voice(), word.text(), word.start(), word.end(), word.confidence());
            }
        }
    }
}
