package io.tapedeck.call;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The phone number that the call was made with.
 *
 * @param number in E.164 form
 */
public record PhoneNumber(Optional<String> id, Optional<String> number, Optional<String> name) {
    public PhoneNumber {
        requireNonNull(id);
        requireNonNull(number);
        requireNonNull(name);
    }
}
