/** The ports that need objects, on one S3 bucket. What speaks of buckets, parts and presigned URLs may enter. */
package io.tapedeck.s3;
