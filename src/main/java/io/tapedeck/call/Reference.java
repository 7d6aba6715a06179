package io.tapedeck.call;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Something of the caller's world that a recording belongs to: a call, an assistant. */
public record Reference(String id, Optional<String> name) {
    public Reference {
        requireNonNull(id);
        requireNonNull(name);
    }
}
