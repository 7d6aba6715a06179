package io.tapedeck.analytics;

import static java.util.Objects.requireNonNull;

import io.tapedeck.transcript.Voice;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who takes part in a call, or all who do where nothing tells them apart.
 *
 * @param voice with the label of the speaker and the channel, where there are such
 * @param role in the call, where that is known
 */
public record Participant(Voice voice, Optional<String> role) {
    private static final String CUSTOMER = "customer";
    private static final String AGENT = "agent";
    private static final String ASSISTANT = "assistant";

    public Participant {
        requireNonNull(voice);
        requireNonNull(role);
    }

    /** What a category may name this one by. */
    Stream<String> names() {
        return Stream.of(voice.speaker(), role).flatMap(Optional::stream);
    }

    boolean isNamed(String name) {
        return names().anyMatch(name::equals);
    }

    /** Whether this is the side that serves: a person or a machine. */
    boolean isAgent() {
        return role.filter(is -> is.equals(AGENT) || is.equals(ASSISTANT)).isPresent();
    }

    boolean isCustomer() {
        return role.equals(Optional.of(CUSTOMER));
    }
}
