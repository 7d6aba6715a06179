package io.tapedeck.id;

import java.util.Optional;

/** {@code shr_} and a ULID: shares sort by the time of their creation. */
public record ShareId(Ulid ulid) {
    private static final String PREFIX = "shr_";

    /** Empty where the text is no share's id. */
    public static Optional<ShareId> parse(String text) {
        return text.startsWith(PREFIX)
                ? Ulid.parse(text.substring(PREFIX.length())).map(ShareId::new)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return PREFIX + ulid;
    }
}
