package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Somebody who took part in the call, as the caller of the API names them.
 *
 * @param channel 0 is the first channel
 */
public record Participant(Optional<String> id, Optional<String> name, Optional<Role> role, Optional<Integer> channel) {
    public Participant {
        requireNonNull(id);
        requireNonNull(name);
        requireNonNull(role);
        requireNonNull(channel);
    }
}
