package io.tapedeck.gcs;

/** How to get into a bucket. */
public sealed interface GcsCredentials permits ServiceAccountKey, AwsFederation {
    /** Whom Google takes us for: the e-mail address of a service account. */
    String serviceAccount();
}
