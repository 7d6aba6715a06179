package io.tapedeck.amazontranscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.transcript.Transcriber.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amazon Transcribe when it is busy, down, or not for us. */
@ExtendWith(S3Local.class)
class AmazonTroubleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Engine engine;

    AmazonTroubleTest(S3Server bucket) throws IOException {
        this.engine = new Engine(bucket);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GetTranscriptionJob, 400, ThrottlingException",
        "StartTranscriptionJob, 400, ThrottlingException",
        "StartTranscriptionJob, 429, TooManyRequestsException",
        "GetTranscriptionJob, 400, LimitExceededException",
        "GetTranscriptionJob, 500, InternalFailureException",
        "StartTranscriptionJob, 503, ServiceUnavailable"
    })
    void whatIsBusyIsAskedAgainLater(String call, int status, String type) {
        engine.amazon.refuse(call, status, type, "Rate exceeded");

        assertThat(trouble().failure().code()).isEqualTo("transcriber-busy");
        assertThat(engine.ask()).isEqualTo(new Answer.Handed(MINUTE));
    }

    @Test
    void whenToAskAgainIsWhatItSays() {
        engine.amazon.answer("GetTranscriptionJob", 503, "", Map.of("Retry-After", "90"));
        assertThat(trouble().retryAfter()).contains(Duration.ofSeconds(90));

        engine.amazon.answer("GetTranscriptionJob", 503, "", Map.of("Retry-After", "soon"));
        assertThat(trouble().retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>gateway</html>", "", "{\"TranscriptionJob\": ", "[1]"})
    void anAnswerThatIsNoJsonIsTrouble(String body) {
        engine.amazon.answer("GetTranscriptionJob", 502, body, Map.of());
        assertThat(trouble().failure().code()).isEqualTo("transcriber-busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>a portal</html>", "{\"TranscriptionJob\": ", "{}", "{\"TranscriptionJob\": {}}"})
    void aSuccessThatIsNoJsonIsTroubleAsWell(String body) {
        engine.amazon.answer("GetTranscriptionJob", 200, body, Map.of());
        assertThat(trouble().failure().code()).startsWith("transcriber-");
    }

    @Test
    void aVocabularyWithoutAStateIsTroubleAsWell() {
        engine.amazon.answer("GetVocabulary", 200, "{}", Map.of());
        var asked = catchThrowableOfType(
                TemporaryFailureException.class, () -> engine.ask(Calls.DUAL.source(), Calls.in("en-US", "Tapedeck")));
        assertThat(asked.failure().code()).isEqualTo("transcriber-failed");
    }

    @Test
    void aServerThatIsNotThereIsAskedAgainLater() {
        engine.amazon.close();

        assertThat(trouble().failure().code()).isEqualTo("transcriber-unreachable");
    }

    @Test
    void whoMayNotAskReadsThatItWasRefusedAndNotByWhichRole() {
        engine.amazon.refuse(
                "StartTranscriptionJob",
                400,
                "AccessDeniedException",
                "User: arn:aws:sts::123456789012:x is not authorized");

        assertThat(trouble().failure().code()).isEqualTo("transcriber-refused");
        engine.amazon.refuse(
                "GetTranscriptionJob", 403, "UnrecognizedClientException", "The security token is invalid");
        assertThat(trouble().failure().message()).contains("log").doesNotContain("arn");
    }

    @Test
    void whereThereIsNoRoomForAnotherJobItWaitsAndHoldsNobody() {
        engine.amazon.refuse("StartTranscriptionJob", 400, "LimitExceededException", "Wait before retrying.");
        assertThat(engine.ask()).isEqualTo(new Answer.Handed(MINUTE));
        assertThat(engine.amazon.jobs()).isEmpty();

        engine.ask();
        assertThat(engine.amazon.jobs()).containsExactly(Engine.NAME);
    }

    @Test
    void forRoomItWaitsADayAtMost() {
        engine.clock.set(Calls.NOON.plus(Duration.ofHours(25)));
        engine.amazon.refuse("StartTranscriptionJob", 400, "LimitExceededException", "Wait before retrying.");

        assertThat(trouble().failure().message()).contains("quotas");
    }

    private TemporaryFailureException trouble() {
        return catchThrowableOfType(TemporaryFailureException.class, engine::ask);
    }
}
