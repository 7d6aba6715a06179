package io.tapedeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.LogLines;
import io.tapedeck.aws.AwsAnswer.Answered;
import io.tapedeck.rest.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedCallsTest {
    private static final PostRequest REQUEST = new PostRequest(
            "/model/a.b-v1%3A0/converse",
            Map.of("Content-Type", "application/json", "X-Amz-Target", "Some.Call"),
            "{\"text\": \"Grüße\"}".getBytes(StandardCharsets.UTF_8));
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofSeconds(2));

    private final AwsServer server = new AwsServer();
    private final SignedCalls calls = server.calls("bedrock", PATIENCE);

    SignedCallsTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRequestIsSignedAsTheServiceChecksIt() throws GeneralSecurityException {
        assertThat(ask()).isInstanceOf(Answered.class);

        var request = server.requests.getFirst();
        assertThat(request.path()).isEqualTo("/model/a.b-v1%3A0/converse");
        assertThat(request.body()).isEqualTo(REQUEST.body());
        assertThat(request.header("X-Amz-Target")).isEqualTo("Some.Call");
        assertThat(request.header("X-Amz-Date")).isEqualTo("20261128T120000Z");
        assertThat(request.header("Authorization")).contains("/20261128/eu-central-1/bedrock/");
        assertThat(Signature.isOf(request, "secret")).isTrue();
        assertThat(Signature.isOf(request, "another")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException",
        "429, ThrottlingException",
        "429, ModelNotReadyException",
        "408, ModelTimeoutException",
        "400, TooManyRequestsException",
        "500, InternalServerException",
        "503, ServiceUnavailableException"
    })
    void whatPassesIsTriedAgain(int status, String type) {
        server.refuse(status, type);
        server.answer(status, "{\"__type\": \"com.amazon.x#%s\"}".formatted(type));

        assertThat(ask()).isInstanceOf(Answered.class);
        assertThat(server.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void afterFiveAttemptsNobodyTriesAgain() {
        for (int i = 0; i < 5; i++) {
            server.refuse(429, "ThrottlingException");
        }

        assertThat(ask()).isEqualTo(new AwsAnswer.Unavailable());
        assertThat(server.requests).hasSize(5);
        assertThat(server.pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void whenToTryAgainIsWhatTheServiceSaysWhereThereIsTimeForIt() {
        server.answer(429, Map.of("Retry-After", "30"), new byte[0]);
        assertThat(ask()).isInstanceOf(Answered.class);
        assertThat(server.pauses).containsExactly(Duration.ofSeconds(30));

        server.answer(429, Map.of("Retry-After", "61"), new byte[0]);
        assertThat(ask()).isEqualTo(new AwsAnswer.Unavailable());
        assertThat(server.pauses).hasSize(1);
    }

    @Test
    void allAttemptsTogetherEndWithTheTimeOfTheInvocation() {
        var late = server.calls("bedrock", PATIENCE, () -> Optional.of(Duration.ofSeconds(4)));
        for (int i = 0; i < 5; i++) {
            server.refuse(503, "ServiceUnavailableException");
        }
        assertThat(late.post(REQUEST, late.end())).isEqualTo(new AwsAnswer.Unavailable());
        assertThat(server.requests).hasSize(2);

        var over = server.calls("bedrock", PATIENCE, () -> Optional.of(Duration.ZERO));
        assertThat(over.post(REQUEST, over.end())).isEqualTo(new AwsAnswer.Unavailable());
        assertThat(server.requests).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDeniedException",
        "400, ValidationException",
        "404, ResourceNotFoundException",
        "403, UnrecognizedClientException",
        "302, Moved"
    })
    void whatIsRefusedIsAskedOnce(int status, String type) {
        server.refuse(status, type);

        assertThat(ask()).isEqualTo(new AwsAnswer.Refused(type));
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void theLogNamesTheErrorAndNothingThatAnybodySays() {
        var body = "{\"__type\": \"call +49 170 1234567\", \"message\": \"User: arn:aws:sts::1:x said Hello\"}";
        server.answer(
                403,
                Map.of("x-amzn-ErrorType", "AccessDeniedException", "x-amzn-RequestId", "a-1"),
                body.getBytes(StandardCharsets.UTF_8));
        server.answer(400, body);

        try (var log = new LogLines("io.tapedeck.aws")) {
            ask();
            ask();
            assertThat(log.all())
                    .containsExactly(
                            "bedrock refused a call with AccessDeniedException, status 403, request a-1; see the policy of work",
                            "bedrock refused a call with no code, status 400, request unknown; see the policy of work");
        }
    }

    @Test
    void whatIsExpectedIsNoNewsForTheLog() {
        server.refuse(400, "ResourceNotFoundException");
        server.refuse(403, "AccessDeniedException");

        try (var log = new LogLines("io.tapedeck.aws")) {
            var expecting = calls.expecting("ResourceNotFoundException");
            assertThat(expecting.post(REQUEST, calls.end()))
                    .isEqualTo(new AwsAnswer.Refused("ResourceNotFoundException"));
            assertThat(expecting.post(REQUEST, calls.end())).isEqualTo(new AwsAnswer.Refused("AccessDeniedException"));
            assertThat(log.only()).startsWith("bedrock refused a call with AccessDeniedException, status 403");
        }
    }

    @Test
    void theNameOfAnErrorIsReadFromXmlToo() {
        server.answer(
                403, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code></Error></ErrorResponse>");
        server.answer(400, "<Code>call +49 170 1234567</Code>");

        assertThat(ask()).isEqualTo(new AwsAnswer.Refused("AccessDenied"));
        assertThat(ask()).isEqualTo(new AwsAnswer.Refused(AwsAnswer.NO_CODE));
    }

    @Test
    void aServerThatNeverAnswersIsLeft() {
        var hasty = server.calls(
                "bedrock", new Patience(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofSeconds(30)));
        server.hang();

        assertThat(hasty.post(REQUEST, hasty.end())).isEqualTo(new AwsAnswer.Unavailable());
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        server.close();

        assertThat(ask()).isEqualTo(new AwsAnswer.Unavailable());
        assertThat(server.pauses).hasSize(4);
    }

    @Test
    void ofAnAnswerWithoutEndNoMoreThanAMegabyteIsRead() {
        server.answer(200, Map.of(), new byte[1 << 20]);
        server.answer(200, Map.of(), new byte[10 << 20]);

        assertThat(ask()).isInstanceOf(Answered.class);
        assertThat(ask()).isEqualTo(new AwsAnswer.Oversized());
    }

    @Test
    void addressesAreThoseOfTheRegion() {
        assertThat(AwsAddress.of("bedrock-runtime", "bedrock", "eu-central-1").endpoint())
                .hasToString("https://bedrock-runtime.eu-central-1.amazonaws.com");
        assertThat(AwsAddress.of("comprehend", "comprehend", "cn-north-1").endpoint())
                .hasToString("https://comprehend.cn-north-1.amazonaws.com.cn");
    }

    private AwsAnswer ask() {
        return calls.post(REQUEST, calls.end());
    }
}
