package io.tapedeck.s3;

/** The keys that a deletion is about: all below a folder, or an object and what lies below it. */
record KeyPrefix(String prefix) {
    /** Whether a key that begins with the prefix is meant; {@code rec_1} does not mean {@code rec_1-copy.wav}. */
    boolean holds(String key) {
        return prefix.endsWith("/") || key.equals(prefix) || key.startsWith(prefix + "/");
    }
}
