package io.tapedeck.container;

import java.util.Optional;

/**
 * One of the files that a file was joined of.
 *
 * @param start bytes from the beginning of the whole
 * @param end the byte behind its last
 * @param head what its sound is; absent where it has none that can be read
 */
public record Part(long start, long end, Optional<SoundHead> head) {
    /** The same with the next, which has sound of the same kind. */
    public Part with(Part next) {
        return new Part(start, next.end, head);
    }
}
