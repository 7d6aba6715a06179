package io.tapedeck.transcript.format;

import io.tapedeck.transcript.Party;
import java.util.Optional;
import java.util.OptionalInt;

/** A speaker of our own documents. */
final class PartyJson {
    private final JsonSource source;
    private Optional<String> id = Optional.empty();
    private Optional<String> role = Optional.empty();
    private OptionalInt channel = OptionalInt.empty();

    PartyJson(JsonSource source) {
        this.source = source;
        source.object(this::property);
    }

    /** @throws IllegalArgumentException with what is wrong */
    Party party() {
        return new Party(
                id.orElseThrow(() -> new IllegalArgumentException("must have an id, the label of the speaker")),
                role,
                channel);
    }

    private void property(String name) {
        switch (name) {
            case "id" -> id = Optional.of(source.text());
            case "role" -> role = Optional.of(source.text());
            case "channel" -> channel = OptionalInt.of(source.integer());
            default -> source.skip();
        }
    }
}
