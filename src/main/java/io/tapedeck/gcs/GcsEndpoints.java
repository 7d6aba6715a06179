package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Where Google's services are, without a path.
 *
 * @param storage Cloud Storage, also for those who follow its signed URLs
 * @param oauth gives tokens for keys of service accounts
 * @param sts gives tokens for who somebody is elsewhere
 * @param iamCredentials gives tokens of service accounts to those who may act as them, and signs as these
 */
public record GcsEndpoints(URI storage, URI oauth, URI sts, URI iamCredentials) {
    /** Google's own. */
    public static final GcsEndpoints GOOGLE = new GcsEndpoints(
            URI.create("https://storage.googleapis.com"),
            URI.create("https://oauth2.googleapis.com"),
            URI.create("https://sts.googleapis.com"),
            URI.create("https://iamcredentials.googleapis.com"));

    public GcsEndpoints {
        requireNonNull(storage);
        requireNonNull(oauth);
        requireNonNull(sts);
        requireNonNull(iamCredentials);
    }
}
