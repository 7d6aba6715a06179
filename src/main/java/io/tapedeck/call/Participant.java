package io.tapedeck.call;

import static java.util.Objects.requireNonNull;

import java.util.List;
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

    /** Whether exactly one of some participants is on a channel. */
    public static boolean isAlone(int channel, List<Participant> all) {
        return all.stream()
                        .filter(each -> each.channel.equals(Optional.of(channel)))
                        .count()
                == 1;
    }
}
