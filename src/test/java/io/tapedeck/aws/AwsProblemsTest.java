package io.tapedeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class AwsProblemsTest {
    private final AwsProblems problems = new AwsProblems();

    @ParameterizedTest
    @ValueSource(strings = {"ProvisionedThroughputExceededException", "TransactionConflictException", "SlowDown"})
    void whatIsTooMuchAtOnceIsToBeTriedAgain(String code) {
        assertThat(problems.of(refusal(code))).map(ProblemException::type).contains(ProblemType.TOO_MANY_REQUESTS);
    }

    @Test
    void whatTookTooLongIsUnavailable() {
        assertThat(problems.of(ApiCallTimeoutException.create(1)))
                .map(ProblemException::type)
                .contains(ProblemType.UNAVAILABLE);
    }

    @Test
    void anyOtherFailureIsNotKnown() {
        assertThat(problems.of(refusal("ValidationException"))).isEmpty();
        assertThat(problems.of(DynamoDbException.builder().message("no details").build()))
                .isEmpty();
        assertThat(problems.of(new IllegalStateException())).isEmpty();
    }

    private static RuntimeException refusal(String code) {
        return DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
