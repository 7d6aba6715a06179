package io.tapedeck.id;

import java.util.Optional;

/** {@code exp_} and a ULID: exports sort by the time at which they were asked for. */
public record ExportId(Ulid ulid) {
    private static final String PREFIX = "exp_";

    /** Empty where the text is no export's id. */
    public static Optional<ExportId> parse(String text) {
        return text.startsWith(PREFIX)
                ? Ulid.parse(text.substring(PREFIX.length())).map(ExportId::new)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return PREFIX + ulid;
    }
}
