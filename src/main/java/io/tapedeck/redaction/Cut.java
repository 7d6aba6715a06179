package io.tapedeck.redaction;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Redacted;
import java.util.Set;

/**
 * Something that is cut.
 *
 * @param what what was found, with its time before padding
 * @param channels that it is cut on, 0 for the first; empty for all
 * @param isWholeSegment whether all of its segment goes, since nobody knows when its words were said
 */
record Cut(Redacted what, Set<Integer> channels, boolean isWholeSegment) {
    Cut {
        requireNonNull(what);
        channels = Set.copyOf(channels);
    }

    boolean isOn(int channel) {
        return channels.isEmpty() || channels.contains(channel);
    }
}
