package io.tapedeck.s3;

/** ETags are quoted in headers and bare in notifications and in this program. */
final class Etag {
    private Etag() {}

    static String bare(String etag) {
        return etag.replace("\"", "");
    }

    static String quoted(String etag) {
        return '"' + bare(etag) + '"';
    }
}
