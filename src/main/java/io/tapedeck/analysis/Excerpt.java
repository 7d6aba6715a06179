package io.tapedeck.analysis;

import io.tapedeck.analytics.Participant;
import io.tapedeck.analytics.words.Quote;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * As much of a call as can be read at once: all of it, or of one with more than 200,000 characters, its beginning and its end, as many
 * whole segments as 100,000 characters hold of each.
 *
 * @param segments in the order of their numbers, which jump where some are left out
 */
public record Excerpt(List<CallSegment> segments) {
    private static final int LONGEST = 200_000;
    private static final int LONGEST_END = LONGEST / 2;

    public Excerpt {
        segments = List.copyOf(segments);
    }

    /**
     * Of what is said.
     *
     * @param participants whom the quotes name by their places
     */
    static Excerpt of(List<Quote> quotes, List<Participant> participants) {
        var speakers = IntStream.range(0, participants.size())
                .mapToObj(i -> speaker(i, participants.get(i)))
                .toList();
        var all = IntStream.range(0, quotes.size())
                .mapToObj(i -> new CallSegment(i + 1, speakers.get(quotes.get(i).participant()), quotes.get(i)))
                .toList();
        if (length(all) <= LONGEST) {
            return new Excerpt(all);
        }
        var head = fitting(all);
        var tail = fitting(all.subList(head, all.size()).reversed());
        var kept = Stream.concat(all.stream().limit(head), all.stream().skip(all.size() - tail));
        return new Excerpt(kept.toList());
    }

    private static String speaker(int place, Participant participant) {
        var name = "speaker " + (place + 1);
        return participant.role().map(role -> name + ", " + role).orElse(name);
    }

    private static int length(List<CallSegment> segments) {
        return segments.stream()
                .mapToInt(segment -> segment.quote().text().length())
                .sum();
    }

    /** How many of the first there is room for. */
    private static int fitting(List<CallSegment> segments) {
        var length = 0;
        for (int i = 0; i < segments.size(); i++) {
            length += segments.get(i).quote().text().length();
            if (length > LONGEST_END) {
                return i;
            }
        }
        return segments.size();
    }
}
