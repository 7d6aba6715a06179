package io.tapedeck.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge.Mode;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.call.Participant;
import io.tapedeck.call.Reference;
import io.tapedeck.call.Role;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.StoredAudio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergedDetailsTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);
    private static final Participant ANN = participant("Ann", 0);
    private static final Participant BOB = participant("Bob", 1);

    @Test
    void whatAllSourcesAgreeOnIsKept() {
        var merged = merged(
                Mode.MIX,
                source(1, details("call-1", "help", NOON, ANN, BOB)),
                source(1, details("call-1", "sales", NOON, BOB)));

        assertThat(merged.call()).contains(new Reference("call-1", Optional.empty()));
        assertThat(merged.assistant()).isEmpty();
        assertThat(merged.startTime()).contains(NOON);
        assertThat(merged.participants()).containsExactly(BOB);
    }

    @Test
    void tagsAndMetadataAreThoseThatAreGiven() {
        var merged = merged(Mode.MIX, source(1, details("call-1", "help", NOON)));

        assertThat(merged.tags()).containsExactly("given");
        assertThat(merged.metadata()).contains("{}");
    }

    @Test
    void whatFollowsOneAnotherBeganWithTheEarliest() {
        var sources = new CallRecording[] {
            source(1, details("call-1", "help", NOON.plusSeconds(60))), source(1, details("call-1", "help", NOON))
        };

        assertThat(merged(Mode.CONCATENATE, sources).startTime()).contains(NOON);
        assertThat(merged(Mode.MIX, sources).startTime()).isEmpty();
    }

    @Test
    void channelsSideBySideKeepTheirParticipants() {
        var merged = merged(
                Mode.CHANNELS,
                source(2, details("call-1", "help", NOON, ANN, BOB)),
                source(1, details("call-2", "help", NOON, ANN)));

        assertThat(merged.participants()).containsExactly(ANN, BOB, participant("Ann", 2));
    }

    private static Details merged(Mode mode, CallRecording... sources) {
        var given = new Details(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of("given"),
                Optional.of("{}"));
        return new MergedDetails(mode, List.of(sources)).with(given);
    }

    private static CallRecording source(int channels, Details details) {
        var tenant = new TenantId("acme");
        var id = new RecordingId(Ulid.first(NOON));
        var measures = new AudioMeasures(
                Format.WAV,
                "pcm_s16le",
                8000,
                128,
                channels,
                10,
                Quality.LOSSLESS,
                new Loudness(-20, 3, Optional.of(-1.0)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        var version = new AudioVersion(
                1,
                new Provenance(Action.INGEST, Optional.empty(), Optional.empty(), NOON, Actor.UPLOAD),
                StoredAudio.planned(new ObjectKey("audio/acme/" + id + "/v1.wav"), 1, "ab".repeat(32)),
                1,
                measures,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        return CallRecording.create(tenant, id, details, Retention.NONE, Placement.OWN, Intake.UNANNOUNCED)
                .withAudio(version, NOON);
    }

    private static Details details(String call, String assistant, Instant start, Participant... participants) {
        return new Details(
                Optional.of(new Reference(call, Optional.empty())),
                Optional.of(new Reference(assistant, Optional.empty())),
                Optional.empty(),
                Optional.of(start),
                Optional.empty(),
                List.of(participants),
                List.of("own"),
                Optional.of("{\"own\":1}"));
    }

    private static Participant participant(String name, int channel) {
        return new Participant(Optional.empty(), Optional.of(name), Optional.of(Role.OTHER), Optional.of(channel));
    }
}
