package io.tapedeck.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.LogLines;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Ulid;
import io.tapedeck.json.Json;
import io.tapedeck.log.InvocationOutcome.Answered;
import io.tapedeck.log.InvocationOutcome.Done;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InvocationLogTest {
    private static final long NOON = 1_800_000_000_000L;
    private static final RecordingId ID = new RecordingId(Ulid.first(Instant.ofEpochMilli(NOON)));
    private static final FixedPlatform LAMBDA = new FixedPlatform(
            Optional.of("tapedeck-work"), Optional.of("6bc28136"), Optional.of("1-5bef4de7-ad49b0e87f6ef6c87fc2e700"));

    private final Json json = new Json();
    private final InvocationLog onLambda = new InvocationLog(json, new Metronome(), LAMBDA);
    private final InvocationLog onOneMachine = new InvocationLog(json, new Metronome(), FixedPlatform.NONE);

    @Test
    void anInvocationIsALineOfJson() {
        var line = line(onLambda, invocation -> {
            invocation.apiRequest("JKJaXmPLvHcESHA=");
            invocation.about(List.of(ID));
            invocation.ended(new Answered(302));
        });

        assertThat(line).isEqualTo(json.read("""
                {"function": "work", "outcome": 302, "recording": "%s", "millis": 1000, "requestId": "6bc28136",
                 "apiRequestId": "JKJaXmPLvHcESHA=", "traceId": "1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
                 "coldStart": true}
                """.formatted(ID)));
    }

    @Test
    void metricsAreToldInTheEmbeddedMetricFormat() {
        var line = line(onLambda, invocation -> {
            invocation.count("records", 2);
            invocation.measure(Metric.AUDIO_SECONDS, 245.38);
            invocation.measure(Metric.FAILED_JOBS, 1);
            invocation.ended(Done.FAILED);
        });

        assertThat(line.path("records").intValue()).isEqualTo(2);
        assertThat(line.path("FailedJobs").intValue()).isEqualTo(1);
        assertThat(line.path("AudioSeconds").doubleValue()).isEqualTo(245.38);
        assertThat(line.path("FunctionName").textValue()).isEqualTo("tapedeck-work");
        assertThat(line.path("_aws")).isEqualTo(json.read("""
                {"Timestamp": %d, "CloudWatchMetrics": [{
                  "Namespace": "Tapedeck",
                  "Dimensions": [["FunctionName"]],
                  "Metrics": [{"Name": "FailedJobs", "Unit": "Count"}, {"Name": "AudioSeconds", "Unit": "Seconds"}]}]}
                """.formatted(NOON + 2000)));
    }

    @Test
    void whereThereIsNoCloudWatchNothingIsSaidToIt() {
        var line = line(onOneMachine, invocation -> {
            invocation.apiRequest("JKJaXmPLvHcESHA=");
            invocation.measure(Metric.SERVER_ERRORS, 0);
            invocation.ended(new Answered(200));
        });

        assertThat(line).isEqualTo(json.read("""
                {"function": "work", "outcome": 200, "millis": 1000, "requestId": "JKJaXmPLvHcESHA=",
                 "apiRequestId": "JKJaXmPLvHcESHA=", "coldStart": true, "ServerErrors": 0}
                """));
    }

    @Test
    void whoseMetricsAreNoneHasNoMetricsToTellOf() {
        assertThat(line(onLambda, invocation -> invocation.ended(Done.KNOWN)).fieldNames())
                .toIterable()
                .doesNotContain("_aws", "FunctionName");
    }

    @Test
    void everyMetricHasANameAndAUnitOfCloudWatch() {
        assertThat(Metric.values()).allSatisfy(metric -> {
            assertThat(metric.toString()).matches("[A-Z][A-Za-z]+");
            assertThat(metric.unit()).isIn("Count", "Seconds");
        });
    }

    @Test
    void theFirstInvocationIsTheColdOneAlsoAfterASnapshot() {
        var first = line(onLambda, _ -> {});
        var second = line(onLambda, _ -> {});
        onLambda.restored();
        var restored = line(onLambda, _ -> {});

        assertThat(List.of(first, second, restored))
                .extracting(line -> line.path("coldStart").booleanValue())
                .containsExactly(true, false, true);
    }

    @Test
    void whatThrowsIsAnErrorAndHasItsLine() {
        try (var lines = new LogLines(InvocationLog.LOGGER)) {
            assertThatThrownBy(() -> {
                        try (var invocation = onLambda.begin("ingest")) {
                            invocation.measure(Metric.FAILED_JOBS, 0);
                            throw new IllegalStateException();
                        }
                    })
                    .isInstanceOf(IllegalStateException.class);

            assertThat(json.read(lines.only()).path("outcome").textValue()).isEqualTo("error");
            assertThat(json.read(lines.only()).has("FailedJobs")).isTrue();
        }
    }

    @Test
    void ofSeveralRecordingsNoneIsNamed() {
        var other = new RecordingId(Ulid.first(Instant.ofEpochMilli(NOON + 1)));

        assertThat(line(onLambda, invocation -> invocation.about(List.of(ID, other)))
                        .has("recording"))
                .isFalse();
    }

    @Test
    void aFailureIsLoggedByItsPlaceAndWithoutItsWords() {
        var failure = new IllegalStateException(
                "call of Ann, +4930123456", new IllegalArgumentException("tdk_secret said a voice"));

        try (var lines = new LogLines(InvocationLog.LOGGER)) {
            onLambda.failure("urn:ulid:1", failure);

            var line = json.read(lines.only());
            assertThat(line.path("level").textValue()).isEqualTo("ERROR");
            assertThat(line.path("instance").textValue()).isEqualTo("urn:ulid:1");
            assertThat(line.path("requestId").textValue()).isEqualTo("6bc28136");
            assertThat(line.path("stackTrace"))
                    .extracting(JsonNode::textValue)
                    .startsWith("java.lang.IllegalStateException", "java.lang.IllegalArgumentException")
                    .anyMatch(frame -> frame.contains("InvocationLogTest"));
            assertThat(lines.only()).doesNotContain("Ann", "4930123456", "tdk_secret", "a voice");
        }
    }

    private JsonNode line(InvocationLog log, Consumer<Invocation> course) {
        try (var lines = new LogLines(InvocationLog.LOGGER)) {
            try (var invocation = log.begin("work")) {
                course.accept(invocation);
            }
            return json.read(lines.only());
        }
    }

    /** A clock that goes on by a second whenever somebody looks at it. */
    private static final class Metronome extends Clock {
        private Instant time = Instant.ofEpochMilli(NOON);

        @Override
        public Instant instant() {
            time = time.plus(Duration.ofSeconds(1));
            return time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("lines know UTC only");
        }
    }
}
