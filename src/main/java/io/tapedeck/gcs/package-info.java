/**
 * Google Cloud Storage by its JSON API, with URLs that are signed by its V4 process, and how to get in: by the key of a service account
 * or, without one, by who this function is to AWS. Only what makes buckets may enter.
 */
package io.tapedeck.gcs;
