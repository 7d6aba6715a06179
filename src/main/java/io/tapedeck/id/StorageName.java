package io.tapedeck.id;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a storage is called: a lower-case letter, then up to 31 letters, digits and hyphens. */
public record StorageName(String value) implements Comparable<StorageName> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** The deployment's own bucket. */
    public static final StorageName OWN = new StorageName("s3");

    public StorageName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no name of a storage");
        }
    }

    /** Empty where the text is no name of a storage. */
    public static Optional<StorageName> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new StorageName(text)) : Optional.empty();
    }

    @Override
    public int compareTo(StorageName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
