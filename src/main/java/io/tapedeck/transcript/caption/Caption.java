package io.tapedeck.transcript.caption;

import java.util.List;
import java.util.Optional;

/**
 * What is shown at a time.
 *
 * @param start milliseconds
 * @param end milliseconds
 * @param speaker name of who speaks
 * @param lines one or two, of 42 characters at most with the speaker's name and a colon in front
 */
record Caption(long start, long end, Optional<String> speaker, List<String> lines) {
    /** Characters. */
    static final int WIDTH = 42;
    /** Lines. */
    static final int HEIGHT = 2;
    /** Milliseconds. */
    static final long SHORTEST = 1000;
    /** Milliseconds. */
    static final long LONGEST = 7000;

    Caption {
        lines = List.copyOf(lines);
    }

    /** The same at another time. */
    Caption at(long newStart, long newEnd) {
        return new Caption(newStart, newEnd, speaker, lines);
    }
}
