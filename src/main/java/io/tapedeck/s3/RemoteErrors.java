package io.tapedeck.s3;

import io.tapedeck.rest.RetryAfter;
import io.tapedeck.storage.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells whoever runs a deployment, or owns the bucket, why a bucket elsewhere does not do what is asked. */
final class RemoteErrors {
    private static final int SERVER_ERRORS = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int FORBIDDEN = 403;
    private static final Set<Integer> PASSING = Set.of(408, 409, 429);
    private static final Pattern BUSY =
            Pattern.compile("Throttl|TooManyRequests|LimitExceeded|SlowDown|RequestTimeout$");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.]{1,80}");

    private RemoteErrors() {}

    /**
     * Does what is asked of a bucket, and says what it means if that fails.
     *
     * @param right what the credentials have to allow for it, such as {@code s3:PutObject}
     * @throws StorageException if it does not do it
     */
    static <T> T told(String right, Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception refused) {
            throw isPassing(refused) ? unavailable(refused) : refused(refused, right);
        } catch (SdkException unreached) {
            throw unreached(unreached);
        }
    }

    private static boolean isPassing(S3Exception refused) {
        var status = refused.statusCode();
        return status >= SERVER_ERRORS && status != NOT_IMPLEMENTED
                || PASSING.contains(status)
                || RemoteClients.isDamaged(refused)
                || BUSY.matcher(S3Errors.code(refused)).find();
    }

    private static StorageException unavailable(S3Exception busy) {
        return new StorageException.Unavailable(
                RemoteClients.isDamaged(busy)
                        ? "Bytes that are sent to the storage change on their way."
                        : "The storage takes no requests now, or not so many.",
                retryAfter(busy),
                busy);
    }

    private static Optional<Duration> retryAfter(S3Exception busy) {
        return Optional.ofNullable(busy.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                .flatMap(RetryAfter::of);
    }

    /** Why there is no answer; credentials that cannot be got say so themselves. */
    private static StorageException unreached(SdkException unreached) {
        return Stream.iterate((Throwable) unreached, each -> each != null, Throwable::getCause)
                .filter(StorageException.class::isInstance)
                .map(StorageException.class::cast)
                .findFirst()
                .orElseGet(() -> new StorageException.Unavailable(
                        "The storage did not answer, or not in time.", Optional.empty(), unreached));
    }

    private static StorageException refused(S3Exception refused, String right) {
        return new StorageException.Refused(reason(refused, right), refused);
    }

    private static String reason(S3Exception refused, String right) {
        return switch (S3Errors.code(refused)) {
            case "NoSuchBucket" -> "The bucket does not exist.";
            case "InvalidAccessKeyId" -> "The storage does not know the access key.";
            case "SignatureDoesNotMatch" ->
                "The secret key is not the one that belongs to the access key, or the region is another.";
            case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" ->
                "The storage does not accept the credentials any more.";
            case "RequestTimeTooSkewed" -> "The storage's clock and the one here differ by more than 15 minutes.";
            case "PermanentRedirect",
                    "TemporaryRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraintException" ->
                "The bucket lies in another region than the one that is set.";
            case String code
            when refused.statusCode() == FORBIDDEN || code.equals("AccessDenied") ->
                "The storage refuses the credentials, or they do not allow " + right + ".";
            case String code
            when NAME.matcher(code).matches() ->
                "The storage refuses with %s, status %d.".formatted(code, refused.statusCode());
            case String _ ->
                "The storage refuses with status %d; see whether the endpoint is one of S3."
                        .formatted(refused.statusCode());
        };
    }
}
