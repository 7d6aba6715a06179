package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tapedeck.audio.Format;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.Status;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble.Killed;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.work.Arrivals.Arrival;
import io.tapedeck.work.Arrivals.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said in a call, which is dropped beside its audio. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class DroppedTranscriptsTest {
    private static final String AUDIO = "ten seconds of a call";
    private static final String CONTACT_LENS = contactLens();
    private static final String FIRST_TURN = "Okay.";

    private final Workshop workshop;
    /** One of its own for each test, since table and bucket are shared. */
    private final String call = UUID.randomUUID().toString();

    DroppedTranscriptsTest(Table table, S3Server server, @TempDir Path workDir) {
        workshop = new Workshop(table, server, workDir);
    }

    @Test
    void oneThatComesAfterTheAudioBecomesItsTranscript() {
        var id = taken(AUDIO);
        var key = drop(CONTACT_LENS);

        assertThat(arrive(key)).isEqualTo(new Arrival.Transcribed(id));

        assertThat(said(id)).contains(FIRST_TURN);
        assertThat(workshop.events(id)).endsWith("completed", "transcribed");
        assertThat(workshop.objects(key.value())).isEmpty();
    }

    @Test
    void itKeepsTheRolesThatItTells() {
        var id = taken(AUDIO);
        arrive(drop(CONTACT_LENS));

        var speakers = workshop.transcript(id).orElseThrow().speakers();
        assertThat(speakers).extracting(party -> party.role().orElse("")).contains("customer", "agent");
    }

    @Test
    void oneThatComesBeforeTheAudioWaitsForIt() {
        var key = drop(CONTACT_LENS);
        assertThat(arrive(key)).isEqualTo(new Arrival.Waiting());
        assertThat(workshop.objects(key.value())).isEmpty();
        assertThat(arrive(awaiting())).isEqualTo(new Arrival.Ignored());

        var id = taken(AUDIO);

        assertThat(said(id)).contains(FIRST_TURN);
        assertThat(workshop.objects(awaiting().value())).isEmpty();
    }

    @Test
    void oneThatComesBeforeTheAudioIsTakenInBelongsToIt() {
        var id = adopted(AUDIO);

        assertThat(arrive(drop(CONTACT_LENS))).isEqualTo(new Arrival.Transcribed(id));
        workshop.run(id);

        assertThat(said(id)).contains(FIRST_TURN);
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void oneThatComesWhileTheAudioIsTakenInIsNotForgotten() {
        var id = adopted(AUDIO);
        var key = drop(CONTACT_LENS);
        workshop.trouble.after(written -> written.contains(".waveform."), () -> arrive(key));

        workshop.runAll(id);

        assertThat(said(id)).contains(FIRST_TURN);
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void oneThatIsToldOfOrDroppedTwiceIsTakenOnce() {
        var id = taken(AUDIO);
        var key = drop(CONTACT_LENS);
        arrive(key);
        var first = workshop.find(id);

        assertThat(arrive(key)).isEqualTo(new Arrival.Ignored());
        assertThat(arrive(drop(CONTACT_LENS.replace("Okay", "Nope"))))
                .isEqualTo(new Arrival.Rejected(Reason.TRANSCRIBED));

        assertThat(workshop.find(id)).isEqualTo(first);
        assertThat(workshop.objects(key.rejected().value())).hasSize(1);
    }

    @Test
    void aSecondOneDoesNotTakeThePlaceOfOneThatWaits() {
        arrive(drop(CONTACT_LENS));
        assertThat(arrive(drop(CONTACT_LENS))).isEqualTo(new Arrival.Waiting());
        assertThat(arrive(drop(CONTACT_LENS.replace("Okay", "Nope"))))
                .isEqualTo(new Arrival.Rejected(Reason.TRANSCRIBED));

        assertThat(said(taken(AUDIO))).contains(FIRST_TURN);
    }

    @Test
    void whoDiesOnceItWaitsIsFollowedByOneWhoGoesOn() {
        var key = drop(CONTACT_LENS);
        workshop.trouble.afterCopy(() -> {
            throw new Killed();
        });

        assertThat(catchThrowable(() -> arrive(key))).isInstanceOf(Killed.class);
        assertThat(arrive(key)).isEqualTo(new Arrival.Waiting());
        assertThat(said(taken(AUDIO))).contains(FIRST_TURN);
    }

    @Test
    void audioThatComesWhileOneBeginsToWaitGetsIt() {
        var key = drop(CONTACT_LENS);
        workshop.trouble.beforeCopy(() -> adopted(AUDIO));

        var told = arrive(key);

        assertThat(told).isInstanceOf(Arrival.Transcribed.class);
        var id = ((Arrival.Transcribed) told).recording();
        workshop.run(id);
        assertThat(said(id)).contains(FIRST_TURN);
        assertThat(workshop.objects(awaiting().value())).isEmpty();
    }

    @Test
    void whatSomebodyWroteDownStays() {
        var id = taken(AUDIO);
        workshop.give(id, "mine");

        assertThat(arrive(drop(CONTACT_LENS))).isEqualTo(new Arrival.Rejected(Reason.TRANSCRIBED));
        assertThat(said(id)).contains("mine");
    }

    @Test
    void audioThatHasBeenChangedGetsNone() {
        var id = taken(AUDIO);
        workshop.convert(id, Format.FLAC);
        workshop.runAll(id);

        assertThat(arrive(drop(CONTACT_LENS))).isEqualTo(new Arrival.Rejected(Reason.CHANGED));
        assertThat(said(id)).isEmpty();
    }

    @Test
    void ofSeveralRecordingsOfACallNoneGetsIt() {
        var first = taken(AUDIO);
        var second = taken(AUDIO + ", once more");

        assertThat(arrive(drop(CONTACT_LENS))).isEqualTo(new Arrival.Rejected(Reason.AMBIGUOUS));
        assertThat(said(first)).isEmpty();
        assertThat(said(second)).isEmpty();
    }

    @Test
    void oneWhoseAudioWasOfNoUseWaitsForAnother() {
        taken("0123456789");

        assertThat(arrive(drop(CONTACT_LENS))).isEqualTo(new Arrival.Waiting());
        assertThat(said(taken(AUDIO))).contains(FIRST_TURN);
    }

    @Test
    void oneOfADeletedRecordingIsNotForAnybody() {
        var id = taken(AUDIO);
        workshop.deletions.delete(ACME, id, Workshop.ANN, _ -> {});

        assertThat(arrive(drop(CONTACT_LENS))).isEqualTo(new Arrival.Waiting());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no JSON", "{}", "[]", "{\"Transcript\": 1}", "{\"Transcript\": [{\"Content\": \"a\"}]}"})
    void whatIsNoTranscriptHarmsNothing(String document) {
        var id = taken(AUDIO);
        var key = drop(document);

        assertThat(arrive(key)).isEqualTo(new Arrival.Rejected(Reason.UNREADABLE));

        assertThat(workshop.objects(key.rejected().value())).hasSize(1);
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertThat(said(id)).isEmpty();
    }

    @Test
    void whatIsTooLargeHarmsNothing() {
        var id = adopted(AUDIO);

        assertThat(arrive(drop(CONTACT_LENS + " ".repeat(16 << 20))))
                .isEqualTo(new Arrival.Rejected(Reason.UNREADABLE));
        workshop.run(id);
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void whatIsPutWhereOneWaitsHarmsNothing() {
        workshop.bucket.put(awaiting(), "no JSON".getBytes(StandardCharsets.UTF_8));

        var id = taken(AUDIO);

        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertThat(workshop.objects(awaiting().value())).isEmpty();
    }

    @Test
    void anyFormOfJsonIsTaken() {
        var id = taken(AUDIO);

        arrive(drop("{\"segments\": [{\"speaker\": \"ann\", \"start\": 1, \"end\": 2, \"text\": \"Hello.\"}]}"));

        assertThat(said(id)).contains("Hello.");
    }

    @Test
    void wordsAfterTheEndOfTheAudioAreLeftOut() {
        var id = taken("short");
        arrive(drop(CONTACT_LENS));

        assertThat(workshop.transcript(id).map(Transcript::text).orElseThrow())
                .startsWith(FIRST_TURN)
                .doesNotContain("Thank you");
    }

    private Arrival arrive(ObjectKey key) {
        return workshop.arrivals.arrived(key, NOON);
    }

    private RecordingId taken(String audio) {
        var id = adopted(audio);
        workshop.run(id);
        return id;
    }

    private RecordingId adopted(String audio) {
        var key = new ObjectKey("uploads/%s/calls/%s.wav".formatted(ACME, call));
        workshop.bucket.put(key, audio.getBytes(StandardCharsets.UTF_8));
        return ((Arrival.Adopted) arrive(key)).recording();
    }

    private ObjectKey drop(String document) {
        var key = new ObjectKey("uploads/%s/analysis/%s_analysis_2026-03-01T09:33:16Z.json".formatted(ACME, call));
        workshop.bucket.put(key, document.getBytes(StandardCharsets.UTF_8));
        return key;
    }

    private ObjectKey awaiting() {
        return ObjectKey.awaiting(ACME, call);
    }

    private Optional<String> said(RecordingId id) {
        return workshop.transcript(id)
                .map(transcript -> transcript.segments().getFirst().text());
    }

    private static String contactLens() {
        try {
            return Files.readString(Path.of("src/test/resources/drops/contact-lens.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
