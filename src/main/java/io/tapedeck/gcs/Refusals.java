package io.tapedeck.gcs;

import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.UnusableKeyException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what Google Cloud Storage means when it refuses. Its own words name objects, so they are not passed on. */
final class Refusals {
    private static final Set<String> BUSY =
            Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded");
    private static final Set<String> KEPT = Set.of("retentionPolicyNotMet", "objectUnderActiveHold");
    private static final Pattern NO_BUCKET =
            Pattern.compile("(The specified bucket|Bucket \\S+) does not exist.*", Pattern.DOTALL);
    private static final Pattern PERMISSION =
            Pattern.compile("\\b(?:storage\\.(?:objects|buckets)|iam\\.serviceAccounts)\\.[A-Za-z]{1,40}\\b");

    private static final Pattern MISMATCH = Pattern.compile("(?i)(md5|crc32c).*match|multipart");

    private Refusals() {}

    /** Whether it is the bucket that is not there. */
    static boolean isOfBucket(Reply reply) {
        return reply.status() == 404 && NO_BUCKET.matcher(reply.message()).matches();
    }

    /** Whether what has arrived has another checksum than what was sent, or is not even in the parts that it was sent in. */
    static boolean isOfDamage(Reply reply) {
        return reply.status() == 400 && MISMATCH.matcher(reply.message()).find();
    }

    /**
     * What to throw.
     *
     * @param encryptionKey that was asked for, if any
     */
    static RuntimeException explained(Reply reply, Optional<String> encryptionKey) {
        if (encryptionKey.isPresent() && isAboutTheKey(reply)) {
            return new UnusableKeyException(explained(reply));
        }
        return explained(reply);
    }

    static StorageException explained(Reply reply) {
        return switch (reply.status()) {
            case 401 ->
                refused(
                        "does not accept the access token. Check that the service account is enabled and its key not deleted.");
            case 403 -> forbidden(reply);
            case 404 -> refused("has no such bucket.");
            case 412 -> refused("did not do it, since a condition of the bucket does not hold.");
            default -> isAboutTheKey(reply) ? withoutKey() : refused("answers with status " + reply.status() + ".");
        };
    }

    private static StorageException forbidden(Reply reply) {
        if (BUSY.contains(reply.reason())) {
            return new StorageException.Unavailable(
                    "Google Cloud Storage takes no more requests now.", Optional.empty());
        }
        if (KEPT.contains(reply.reason())) {
            return refused("does not delete it, since a retention policy or a hold keeps it.");
        }
        if (isAboutTheKey(reply)) {
            return withoutKey();
        }
        return PERMISSION
                .matcher(reply.message())
                .results()
                .map(permission -> refused("does not let us in: the service account lacks " + permission.group() + "."))
                .findFirst()
                .orElseGet(() -> refused(
                        "does not let us in: check the roles of the service account, and the project's billing."));
    }

    private static boolean isAboutTheKey(Reply reply) {
        return reply.message().toLowerCase(Locale.ROOT).contains("kms");
    }

    private static StorageException withoutKey() {
        return refused(
                "may not use the KMS key: its service agent needs roles/cloudkms.cryptoKeyEncrypterDecrypter on it, and the"
                        + " key must be in the bucket's location.");
    }

    private static StorageException refused(String why) {
        return new StorageException.Refused("Google Cloud Storage " + why);
    }
}
