package io.tapedeck.s3;

import io.tapedeck.storage.UnusableKeyException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 means when it refuses. */
final class S3Errors {
    private static final Set<String> GONE_OR_OTHER = Set.of("NoSuchKey", "PreconditionFailed");
    private static final int PRECONDITION_FAILED = 412;
    private static final Set<Integer> UNKNOWN = Set.of(405, 501);

    private S3Errors() {}

    /** The name of an error; empty for an answer that has none, as one without a body. */
    static String code(S3Exception refused) {
        return Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    static boolean isGoneOrOther(S3Exception refused) {
        return GONE_OR_OTHER.contains(code(refused)) || refused.statusCode() == PRECONDITION_FAILED;
    }

    /** Whether the server does not know what it was asked for. */
    static boolean isUnknown(S3Exception refused) {
        return UNKNOWN.contains(refused.statusCode()) || code(refused).equals("NotImplemented");
    }

    /** What to throw when writing was refused; the key is the one that the caller gave, if any. */
    static RuntimeException explained(S3Exception refused, Optional<String> encryptionKey) {
        return encryptionKey.isPresent() && isAboutTheKey(refused) ? new UnusableKeyException(refused) : refused;
    }

    /** The key does not exist, is disabled, is another account's, or the store knows of no keys at all. */
    private static boolean isAboutTheKey(S3Exception refused) {
        return switch (code(refused)) {
            case "AccessDenied" ->
                String.valueOf(refused.awsErrorDetails().errorMessage()).contains("kms:");
            case "NotImplemented" -> true;
            case String code -> code.startsWith("KMS.");
        };
    }
}
