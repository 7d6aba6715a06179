package io.tapedeck.s3;

import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.StoredObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an object is to have arrived.
 *
 * @param size bytes
 * @param etag what its bytes come to, or its parts, where the server makes etags of MD5; empty where that is not known
 */
record Arrival(long size, Optional<String> etag) {
    private static final Pattern PLAIN = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern OF_PARTS = Pattern.compile("[0-9a-f]{32}-[0-9]{1,5}");

    /** Whether that is the object. What is encrypted with a key may have any etag, and so may what is in encrypted parts. */
    boolean is(StoredObject object) {
        var isOther = etag.filter(expected -> tells(expected, object))
                .filter(expected -> !expected.equals(object.etag()))
                .isPresent();
        return object.size() == size && !isOther;
    }

    private static boolean tells(String expected, StoredObject object) {
        return OF_PARTS.matcher(expected).matches()
                ? object.encryption().isEmpty()
                        && OF_PARTS.matcher(object.etag()).matches()
                : object.encryption().flatMap(Encryption::key).isEmpty()
                        && PLAIN.matcher(object.etag()).matches();
    }
}
