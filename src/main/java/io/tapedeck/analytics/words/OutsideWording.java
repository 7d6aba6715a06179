package io.tapedeck.analytics.words;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What engines outside say of a call; empty where none was asked.
 *
 * @param scores of all sentences, in their order, from -1 to 1
 */
public record OutsideWording(Optional<OutsideAnswer<List<Double>>> scores, Optional<OutsideAnswer<Digest>> digest) {
    /** Nobody was asked. */
    public static final OutsideWording NONE = new OutsideWording(Optional.empty(), Optional.empty());

    public OutsideWording {
        requireNonNull(scores);
        requireNonNull(digest);
    }
}
