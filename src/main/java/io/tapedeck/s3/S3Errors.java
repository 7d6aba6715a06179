package io.tapedeck.s3;

import io.tapedeck.storage.UnusableKeyException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 means when it refuses to write. */
final class S3Errors {
    private static final Set<String> GONE_OR_OTHER = Set.of("NoSuchKey", "PreconditionFailed");

    private S3Errors() {}

    static boolean isGoneOrOther(S3Exception refused) {
        return GONE_OR_OTHER.contains(refused.awsErrorDetails().errorCode());
    }

    /** What to throw when writing was refused; the key is the one that the caller gave, if any. */
    static RuntimeException explained(S3Exception refused, Optional<String> encryptionKey) {
        return encryptionKey.isPresent() && isAboutTheKey(refused) ? new UnusableKeyException(refused) : refused;
    }

    /** The key does not exist, is disabled, is another account's, or the store knows of no keys at all. */
    private static boolean isAboutTheKey(S3Exception refused) {
        var details = refused.awsErrorDetails();
        return switch (details.errorCode()) {
            case "AccessDenied" -> String.valueOf(details.errorMessage()).contains("kms:");
            case "NotImplemented" -> true;
            case String code -> code.startsWith("KMS.");
        };
    }
}
