package io.tapedeck.transcript;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Somebody who speaks in a transcript.
 *
 * @param id label of the speaker
 * @param role in the call, where that is known
 * @param channel that belongs to them
 */
public record Party(String id, Optional<String> role, OptionalInt channel) {
    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException with what is wrong */
    public Party {
        id = PlainText.checked(id, LONGEST);
        role = role.map(text -> PlainText.checked(text, LONGEST));
    }

    /** The same in a role. */
    public Party as(Optional<String> other) {
        return new Party(id, other, channel);
    }
}
