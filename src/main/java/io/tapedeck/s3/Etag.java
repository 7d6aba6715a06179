package io.tapedeck.s3;

/** ETags are quoted in headers and bare in notifications and in this program. */
final class Etag {
    private Etag() {}

    /** Of what a server on files takes for a folder there is none. */
    static String bare(String etag) {
        return etag == null ? "" : etag.replace("\"", "");
    }

    static String quoted(String etag) {
        return '"' + bare(etag) + '"';
    }
}
