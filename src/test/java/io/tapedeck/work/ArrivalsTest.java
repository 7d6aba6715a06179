package io.tapedeck.work;

import static io.tapedeck.work.Workshop.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingQuery;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble.Killed;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.work.Arrivals.Arrival;
import io.tapedeck.work.Arrivals.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that come without a recording, and what befalls them meanwhile. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class ArrivalsTest {
    private final Workshop workshop;
    /** One of its own for each test, since table and bucket are shared. */
    private final TenantId tenant =
            new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));

    ArrivalsTest(Table table, S3Server server, @TempDir Path workDir) {
        workshop = new Workshop(table, server, workDir);
    }

    @Test
    void aFileBecomesARecordingThatCanBeWorkedOnAtOnce() {
        var key = drop("call.wav", "call");

        var id = adopted(arrive(key));

        assertThat(workshop.objects(key.value())).isEmpty();
        assertThat(job(id).dispatch().ready()).isTrue();
        assertThat(arrive(ObjectKey.adopted(tenant, id))).isInstanceOf(Arrival.Expected.class);
        workshop.run(job(id));
        assertThat(text(id)).isEqualTo("call");
        assertThat(uploads()).isEmpty();
    }

    @Test
    void oneThatIsOverwrittenBeforeItIsAdoptedLeavesNoRecordingWithoutAudio() {
        var key = drop("call.wav", "first");
        workshop.trouble.beforeCopy(() -> drop("call.wav", "second"));

        assertThat(arrive(key)).isEqualTo(new Arrival.Ignored());
        assertThat(recordings()).isEmpty();

        var id = adopted(arrive(key));
        workshop.run(job(id));
        assertThat(recordings()).containsExactly(id);
        assertThat(text(id)).isEqualTo("second");
    }

    @Test
    void oneThatIsOverwrittenWhileItIsAdoptedBecomesTwoRecordings() {
        var key = drop("call.wav", "first");
        workshop.trouble.afterCopy(() -> drop("call.wav", "second"));

        var first = adopted(arrive(key));
        var second = adopted(arrive(key));

        workshop.run(job(first));
        workshop.run(job(second));
        assertThat(recordings()).containsExactlyInAnyOrder(first, second);
        assertThat(text(first)).isEqualTo("first");
        assertThat(text(second)).isEqualTo("second");
    }

    @Test
    void oneThatIsDeletedBeforeItIsAdoptedLeavesNothing() {
        var key = drop("call.wav", "call");
        workshop.trouble.beforeCopy(() -> workshop.bucket.delete(key));

        assertThat(arrive(key)).isEqualTo(new Arrival.Ignored());
        assertThat(recordings()).isEmpty();
    }

    @Test
    void whoDiesWhileAdoptingIsFollowedByOneWhoGoesOn() {
        var key = drop("call.wav", "call");
        workshop.trouble.afterCopy(() -> {
            throw new Killed();
        });

        assertThat(catchThrowable(() -> arrive(key))).isInstanceOf(Killed.class);
        assertThat(recordings()).isEmpty();
        assertThat(uploads())
                .map(ObjectKey::new)
                .filteredOn(ObjectKey::isAdopted)
                .singleElement()
                .satisfies(copy -> assertThat(arrive(copy)).isEqualTo(new Arrival.Ignored()));

        var id = adopted(arrive(key));
        workshop.run(job(id));
        assertThat(recordings()).containsExactly(id);
        assertThat(text(id)).isEqualTo("call");
    }

    @Test
    void oneThatIsDeletedBeforeItIsTakenInIsDestroyed() {
        var id = adopted(arrive(drop("call.wav", "call")));

        workshop.deletions.delete(tenant, id, Workshop.ANN, _ -> {});

        assertThat(uploads()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "uploads/%s.wav, rejected/%s.wav, NO_TENANT",
        "uploads/No-Tenant/%s.wav, rejected/No-Tenant/%s.wav, BAD_TENANT"
    })
    void whatNamesNoTenantIsMovedToWhereItCanBeFound(String from, String to, Reason reason) {
        var key = new ObjectKey(from.formatted(tenant));
        workshop.bucket.put(key, bytes("call"));

        assertThat(arrive(key)).isEqualTo(new Arrival.Rejected(reason));

        assertThat(workshop.bucket.read(key)).isEmpty();
        assertThat(workshop.bucket.read(new ObjectKey(to.formatted(tenant)))).contains(bytes("call"));
        assertThat(arrive(key)).isEqualTo(new Arrival.Ignored());
    }

    @Test
    void whatIsOverwrittenWhileItIsRejectedIsRejectedAgain() {
        var key = new ObjectKey("uploads/%s.wav".formatted(tenant));
        workshop.bucket.put(key, bytes("first"));
        workshop.trouble.afterCopy(() -> workshop.bucket.put(key, bytes("second")));

        arrive(key);
        assertThat(workshop.bucket.read(key)).contains(bytes("second"));
        assertThat(arrive(key)).isEqualTo(new Arrival.Rejected(Reason.NO_TENANT));
    }

    @Test
    void whatIsSentToARecordingThatHasItsAudioElsewhereIsRejected() {
        var id = adopted(arrive(drop("call.wav", "call")));
        var key = ObjectKey.upload(tenant, id);
        workshop.bucket.put(key, bytes("another"));

        assertThat(arrive(key)).isEqualTo(new Arrival.Rejected(Reason.NOT_AWAITED));
        workshop.run(job(id));
        assertThat(text(id)).isEqualTo("call");
    }

    @Test
    void aFileOfAKnownLayoutTellsOfItsCallAndBecomesOneRecordingHoweverOftenItIsToldOf() {
        var key = drop("pbx/inbound-+4930123456-3201-1772357400-c%2F..1.wav", "call");

        var id = adopted(arrive(key));
        for (int i = 0; i < 4; i++) {
            assertThat(arrive(key)).isEqualTo(new Arrival.Ignored());
        }

        assertThat(recordings()).containsExactly(id);
        var details = workshop.store.find(tenant, id).orElseThrow().details();
        assertThat(details.call().orElseThrow().id()).isEqualTo("c%2F..1");
        assertThat(details.phoneNumber().orElseThrow().number()).contains("+4930123456");
        assertThat(details.participants().getFirst().id()).contains("3201");
        assertThat(details.startTime()).contains(Instant.ofEpochSecond(1_772_357_400));
        assertThat(details.metadata().orElseThrow()).contains("\"direction\":\"inbound\"");
    }

    @Test
    void aFileThatIsToldOfAtOnceByManyBecomesOneRecording() {
        var key = drop("pbx/inbound-1-2-1772357400-c.wav", "call");
        workshop.trouble.afterCopy(() -> adopted(arrive(key)));

        arrive(key);

        assertThat(recordings()).hasSize(1);
    }

    private Arrival arrive(ObjectKey key) {
        return workshop.arrivals.arrived(key, NOON);
    }

    private ObjectKey drop(String name, String text) {
        var key = new ObjectKey("uploads/%s/%s".formatted(tenant, name));
        workshop.bucket.put(key, bytes(text));
        return key;
    }

    private List<String> uploads() {
        return workshop.objects("uploads/" + tenant + "/");
    }

    private List<RecordingId> recordings() {
        var all = new RecordingQuery(
                tenant,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                100,
                Optional.empty());
        return workshop.store.list(all).items().stream().map(CallRecording::id).toList();
    }

    private Job job(RecordingId id) {
        return workshop.store.job(tenant, id, JobId.first(id)).orElseThrow();
    }

    private String text(RecordingId id) {
        return workshop.text(
                workshop.store.find(tenant, id).orElseThrow().audio().orElseThrow());
    }

    private static RecordingId adopted(Arrival arrival) {
        return ((Arrival.Adopted) arrival).recording();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
