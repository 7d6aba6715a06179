package io.tapedeck.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.Trim;
import io.tapedeck.json.Json;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.Job;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Jobs as releases before this one stored them, and can read them. */
class JobFormTest {
    private static final Instant NOON = Samples.NOON;
    private static final Failure REASON = new Failure("no-audio", "There is no audio.");

    private final Rows rows = new Rows(new Json());

    static List<Job> jobs() {
        var waiting = ingest();
        var first = waiting.claimed(NOON, NOON.plusSeconds(30));
        var again = first.postponed(REASON, NOON.plusSeconds(60));
        var second = again.readied(NOON.plusSeconds(90)).claimed(NOON.plusSeconds(90), NOON.plusSeconds(120));
        var third = second.readied(NOON.plusSeconds(150)).claimed(NOON.plusSeconds(150), NOON.plusSeconds(180));
        return List.of(
                waiting,
                waiting.failed(REASON, NOON),
                first,
                first.succeeded(new Ingest.Result(1), NOON.plusSeconds(9)),
                first.failed(REASON, NOON.plusSeconds(9)),
                again,
                again.readied(NOON.plusSeconds(90)),
                second,
                second.succeeded(new Ingest.Result(1), NOON.plusSeconds(99)),
                third,
                third.failed(REASON, NOON.plusSeconds(160)));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void oneThatWasStoredBeforeIsTheSameJob(Job job) {
        assertThat(rows.job(asBefore(rows.job(job)))).isEqualTo(job);
    }

    @Test
    void oneOnAudioThatWasStoredBeforeIsTheSameJob() {
        var task = new Trim(Optional.of(1.0), Optional.empty(), List.of());
        var ingest = ingest();
        var trim = Job.of(ingest.id(), ingest.tenant(), ingest.recording(), task, List.of(), Actor.SWEEP, NOON)
                .claimed(NOON, NOON.plusSeconds(30))
                .succeeded(AudioResult.noting("It was good already."), NOON.plusSeconds(9));

        assertThat(rows.job(asBefore(rows.job(trim)))).isEqualTo(trim);
    }

    @Test
    void anEarlierReleaseFindsWhatItReads() {
        var row = rows.job(
                ingest().claimed(NOON, NOON.plusSeconds(30)).succeeded(new Ingest.Result(1), NOON.plusSeconds(9)));

        assertThat(row.get("action").s()).isEqualTo("ingest");
        assertThat(row.get("attempts").n()).isEqualTo("1");
        assertThat(row).doesNotContainKeys("task", "holder");
        assertThat(row.get("result").m()).containsKeys("version", "removed", "notes");
    }

    @Test
    void oneThatWasHandedOutIsReadAsItWasStored() {
        var out = ingest().claimed(NOON, NOON.plusSeconds(30)).handedOut(NOON.plusSeconds(600));

        assertThat(rows.job(rows.job(out))).isEqualTo(out);
        assertThat(rows.job(rows.job(out.askedAfter(NOON.plusSeconds(700)))))
                .isEqualTo(out.askedAfter(NOON.plusSeconds(700)));
        assertThat(rows.job(rows.job(out)).task()).isEqualTo(new Ingest());
    }

    private static Job ingest() {
        var samples = new Samples();
        var recording = samples.recording();
        return Job.awaitingUpload(
                samples.job(recording).id(),
                recording.tenant(),
                recording.id(),
                Actor.SWEEP,
                NOON,
                NOON.plusSeconds(60));
    }

    private static Map<String, AttributeValue> asBefore(Map<String, AttributeValue> row) {
        var before = new HashMap<>(row);
        before.keySet().removeAll(List.of("failures", "handed"));
        before.computeIfPresent("result", (_, result) -> AttributeValue.fromM(without(result.m(), "kind")));
        return before;
    }

    private static Map<String, AttributeValue> without(Map<String, AttributeValue> map, String name) {
        var rest = new HashMap<>(map);
        rest.remove(name);
        return rest;
    }
}
