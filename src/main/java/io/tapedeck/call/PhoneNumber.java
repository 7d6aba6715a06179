package io.tapedeck.call;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The phone number that the call was made with.
 *
 * @param number in E.164 form
 */
public record PhoneNumber(Optional<String> id, Optional<String> number, Optional<String> name) {
    /** ITU-T E.164, with the plus. */
    public static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    public PhoneNumber {
        requireNonNull(id);
        requireNonNull(number);
        requireNonNull(name);
    }
}
