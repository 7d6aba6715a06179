package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

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

    /** Seconds from a download by a link for which further openings belong to it: 5 minutes. */
    public static final long WINDOW = 300;
}
