package io.tapedeck.amazontranscribe;

import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.transcribe.model.BadRequestException;
import software.amazon.awssdk.services.transcribe.model.ConflictException;
import software.amazon.awssdk.services.transcribe.model.LimitExceededException;
import software.amazon.awssdk.services.transcribe.model.NotFoundException;

/** Calls Amazon Transcribe. What it says about the thing that was asked for is the caller's; the rest may pass. */
final class AmazonCalls {
    private static final Logger LOG = System.getLogger(AmazonCalls.class.getName());
    private static final int SERVER_ERRORS = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private AmazonCalls() {}

    /**
     * What the call answers.
     *
     * @throws BadRequestException and ConflictException, NotFoundException, LimitExceededException, which mean what was asked for
     * @throws TemporaryFailureException for all else
     */
    static <T> T make(Supplier<T> call) {
        try {
            return call.get();
        } catch (BadRequestException | ConflictException | NotFoundException | LimitExceededException answer) {
            throw answer;
        } catch (AwsServiceException error) {
            throw isBusy(error) ? busy(error) : refused(error);
        } catch (SdkClientException unreached) {
            throw temporary(
                    "transcriber-unreachable", "Amazon Transcribe did not answer, or not in time.", Optional.empty());
        }
    }

    /** The same of something that may not exist, for which Amazon has two answers. */
    static <T> Optional<T> find(Supplier<T> call) {
        try {
            return Optional.of(make(call));
        } catch (NotFoundException missing) {
            return Optional.empty();
        } catch (ConflictException | LimitExceededException busy) {
            throw busy(busy);
        } catch (BadRequestException missing) {
            if (String.valueOf(missing.getMessage()).toLowerCase(Locale.ROOT).contains("be found")) {
                return Optional.empty();
            }
            throw refused(missing);
        }
    }

    /** Of an answer that lacks what was asked for. */
    static TemporaryFailureException saysNothing() {
        return temporary("transcriber-failed", "The answer of Amazon Transcribe cannot be read.", Optional.empty());
    }

    static TemporaryFailureException temporary(String code, String message, Optional<Duration> retryAfter) {
        return new TemporaryFailureException(new Failure(code, message), retryAfter);
    }

    /** What only whoever runs the deployment can mend. The message of such an error names roles and keys. */
    static TemporaryFailureException refused(AwsServiceException error) {
        LOG.log(
                Level.WARNING,
                "Amazon Transcribe refused a call with {0}, status {1}, request {2}; see the policies of work and transcribed",
                code(error),
                error.statusCode(),
                error.requestId());
        return temporary(
                "transcriber-refused",
                "Amazon Transcribe refused the request; whoever runs this deployment finds the reason in its log.",
                Optional.empty());
    }

    private static boolean isBusy(AwsServiceException error) {
        return error.isThrottlingException()
                || error.statusCode() == TOO_MANY_REQUESTS
                || error.statusCode() >= SERVER_ERRORS;
    }

    private static TemporaryFailureException busy(AwsServiceException error) {
        return temporary("transcriber-busy", "Amazon Transcribe takes no requests at the moment.", retryAfter(error));
    }

    private static String code(AwsServiceException error) {
        return error.awsErrorDetails() == null
                ? "no code"
                : error.awsErrorDetails().errorCode();
    }

    private static Optional<Duration> retryAfter(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader("Retry-After"))
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}
