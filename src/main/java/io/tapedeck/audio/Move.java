package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.StorageName;
import java.util.Optional;

/**
 * Moves all versions of a recording, with all documents about them, to another storage. Not a byte of them changes.
 *
 * @param storage where they are to lie; absent for the deployment's own bucket
 */
public record Move(Optional<StorageName> storage) implements Task {
    public Move {
        requireNonNull(storage);
    }
}
