package io.tapedeck.aws;

import io.tapedeck.problem.KnownProblems;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** What callers are told of calls of AWS that came to nothing for a reason that passes. */
public final class AwsProblems implements KnownProblems {
    private static final Set<String> CROWDED = Set.of(
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "RequestLimitExceeded",
            "TransactionConflictException",
            "SlowDown");

    @Override
    public Optional<ProblemException> of(RuntimeException failure) {
        return switch (failure) {
            case ApiCallTimeoutException _ ->
                Optional.of(new ProblemException(
                        ProblemType.UNAVAILABLE, "Part of the service did not answer in time; try again."));
            case AwsServiceException error
            when isCrowded(error) ->
                Optional.of(new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS,
                        "There are too many requests at the moment; try again in a moment."));
            default -> Optional.empty();
        };
    }

    private static boolean isCrowded(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .filter(CROWDED::contains)
                .isPresent();
    }
}
