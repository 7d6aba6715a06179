package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Which bucket it is, and how to get in.
 *
 * @param bucket its name
 * @param prefix what the name of every object begins with, such as {@code recordings/}; may be empty
 */
public record GcsSettings(String bucket, String prefix, GcsCredentials credentials, GcsEndpoints endpoints) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]{1,100}/){0,5}");

    /** @throws IllegalArgumentException if there can be no such bucket, or no such prefix */
    public GcsSettings {
        requireNonNull(bucket);
        requireNonNull(prefix);
        requireNonNull(credentials);
        requireNonNull(endpoints);
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException(
                    "bucket must be the name of a bucket of Google Cloud Storage: 3 to 222 lower-case letters, digits, dots, dashes and"
                            + " underscores");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("prefix must be up to five folders, each followed by a slash");
        }
    }
}
