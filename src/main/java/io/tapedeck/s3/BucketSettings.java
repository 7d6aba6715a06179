package io.tapedeck.s3;

import io.tapedeck.remote.RemoteBucket.Remnant;
import java.util.EnumSet;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a bucket is set to. A server that does not know a setting does not have it. */
record BucketSettings(S3Client client, String bucket) {
    /** What it takes to see them. */
    static final String RIGHTS = "s3:GetBucketVersioning and s3:GetBucketObjectLockConfiguration";

    private static final String NO_LOCK = "ObjectLockConfigurationNotFoundError";

    Set<Remnant> remnants() {
        var remnants = EnumSet.noneOf(Remnant.class);
        if (hasVersions()) {
            remnants.add(Remnant.VERSIONING);
        }
        if (isLocked()) {
            remnants.add(Remnant.RETENTION_LOCK);
        }
        return Set.copyOf(remnants);
    }

    /** Whether it keeps versions, or did so once: those from then stay where an object is deleted. */
    private boolean hasVersions() {
        try {
            return client.getBucketVersioning(request -> request.bucket(bucket)).status() != null;
        } catch (S3Exception refused) {
            return none(refused);
        }
    }

    private boolean isLocked() {
        try {
            var lock = client.getObjectLockConfiguration(request -> request.bucket(bucket))
                    .objectLockConfiguration();
            return lock != null && lock.objectLockEnabled() == ObjectLockEnabled.ENABLED;
        } catch (S3Exception refused) {
            return none(refused);
        }
    }

    private static boolean none(S3Exception refused) {
        if (S3Errors.isUnknown(refused) || S3Errors.code(refused).equals(NO_LOCK)) {
            return false;
        }
        throw refused;
    }
}
