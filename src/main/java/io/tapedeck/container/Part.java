package io.tapedeck.container;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One of the files that a file was joined of.
 *
 * @param start bytes from the beginning of the whole
 * @param end the byte behind its last
 * @param head what its sound is; absent where it has none that can be read
 * @param seconds of its sound by its own account; absent where it gives none at its beginning
 */
public record Part(long start, long end, Optional<SoundHead> head, OptionalDouble seconds) {
    /** The same with the next, which has sound of the same kind. */
    public Part with(Part next) {
        var both = seconds.isPresent() && next.seconds.isPresent()
                ? OptionalDouble.of(seconds.getAsDouble() + next.seconds.getAsDouble())
                : OptionalDouble.empty();
        return new Part(start, next.end, head, both);
    }

    /** The same to another end. */
    Part to(long position) {
        return new Part(start, position, head, seconds);
    }
}
