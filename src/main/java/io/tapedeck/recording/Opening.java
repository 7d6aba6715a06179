package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Somebody opens a link. Who opens it again within a few minutes, as players do for every part that they need, does not
 * download again.
 *
 * @param opener tells apart who opens which link, and says nothing else of them
 */
public record Opening(String opener) {
    public Opening {
        requireNonNull(opener);
    }

    /** How long after a download by a link further openings belong to it. */
    public static final Duration WINDOW = Duration.ofMinutes(5);
}
