package io.tapedeck.s3;

import java.util.Set;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 means when it refuses a copy. */
final class Refusal {
    private static final Set<String> GONE_OR_OTHER = Set.of("NoSuchKey", "PreconditionFailed");

    private Refusal() {}

    static boolean isGoneOrOther(S3Exception refused) {
        return GONE_OR_OTHER.contains(refused.awsErrorDetails().errorCode());
    }

    /** The key does not exist, is disabled, is another account's, or the store knows of no keys at all. */
    static boolean isAboutTheKey(S3Exception refused) {
        var details = refused.awsErrorDetails();
        return switch (details.errorCode()) {
            case "AccessDenied" -> String.valueOf(details.errorMessage()).contains("kms:");
            case "NotImplemented" -> true;
            case String code -> code.startsWith("KMS.");
        };
    }
}
