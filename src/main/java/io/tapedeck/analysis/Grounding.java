package io.tapedeck.analysis;

import static java.util.function.Function.identity;

import io.tapedeck.analysis.Notes.Note;
import io.tapedeck.analytics.words.Digest;
import io.tapedeck.analytics.words.Quote;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds what somebody says of a call against the call. A summary has one to five sentences, and there are up to twenty action items. Each
 * has a text of up to 500 characters that can be seen, points at one to five segments that exist, and names no number in digits that is not
 * in one of these. One that does not makes all of it worthless: whoever makes up one sentence may have made up the others.
 */
final class Grounding {
    private static final int MOST_SENTENCES = 5;
    private static final int MOST_ITEMS = 20;
    private static final int MOST_SEGMENTS = 5;
    private static final int LONGEST = 500;
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}&&[^\\u200C-\\u200F]]");
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<=\\p{Nd})[,.'\u2019\u00A0\u202F ](?=\\p{Nd}{3}(?!\\p{Nd}))");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

    private final Map<Integer, CallSegment> segments;

    Grounding(Excerpt call) {
        segments = call.segments().stream().collect(Collectors.toMap(CallSegment::number, identity()));
    }

    /** What it says, with the times and the speakers of the segments; empty where it is not of this call. */
    Optional<Digest> digest(Notes notes) {
        var isBounded = !notes.summary().isEmpty()
                && notes.summary().size() <= MOST_SENTENCES
                && notes.actionItems().size() <= MOST_ITEMS;
        return isBounded && areGrounded(notes.summary()) && areGrounded(notes.actionItems())
                ? Optional.of(new Digest(quotes(notes.summary()), quotes(notes.actionItems())))
                : Optional.empty();
    }

    private boolean areGrounded(List<Note> notes) {
        return notes.stream().allMatch(note -> isText(note.text()) && isOfSegments(note) && isOfTheirNumbers(note));
    }

    private static boolean isText(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && !UNSEEN.matcher(text).find();
    }

    private boolean isOfSegments(Note note) {
        return !note.segments().isEmpty()
                && note.segments().size() <= MOST_SEGMENTS
                && segments.keySet().containsAll(note.segments());
    }

    private boolean isOfTheirNumbers(Note note) {
        var said = note.segments().stream()
                .flatMap(number -> numbers(segments.get(number).quote().text()).stream())
                .collect(Collectors.toSet());
        return said.containsAll(numbers(note.text()));
    }

    /** The runs of digits in a text, those of thousands as one. */
    private static Set<String> numbers(String text) {
        return NUMBER.matcher(THOUSANDS.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private List<Quote> quotes(List<Note> notes) {
        return notes.stream()
                .map(this::quote)
                .sorted(Comparator.comparingDouble(Quote::start))
                .toList();
    }

    private Quote quote(Note note) {
        var said = note.segments().stream()
                .map(number -> segments.get(number).quote())
                .toList();
        return new Quote(
                said.getFirst().participant(),
                said.stream().mapToDouble(Quote::start).min().orElseThrow(),
                said.stream().mapToDouble(Quote::end).max().orElseThrow(),
                note.text().strip());
    }
}
