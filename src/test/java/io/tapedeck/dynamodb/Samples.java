package io.tapedeck.dynamodb;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.audio.measure.Signal;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.EventData;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Deletion;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Event;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Provenance;
import io.tapedeck.recording.Retention;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.Storage;
import io.tapedeck.storage.StoredAudio;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recordings and what belongs to them, made by a clock that tests move. */
final class Samples {
    /** 2100-01-01T12:00:00Z, far enough for the server never to take a row for expired. */
    static final Instant NOON = Instant.ofEpochSecond(4_102_488_000L);

    static final Duration DAY = Duration.ofDays(1);
    static final TenantId ACME = new TenantId("acme");
    static final Json JSON = new Json();
    static final Rows ROWS = new Rows(JSON);

    final SettableClock clock = new SettableClock(NOON);
    final UlidSource ids = new UlidSource(clock, new SecureRandom());

    private final EventData events = new EventData(
            JSON, new RecordingViews(JSON, new Place(StorageName.OWN, Storage.S3, "calls", "eu-central-1")));

    /** A store on a table, with this clock. */
    DynamoRecordingStore store(Table table) {
        return new DynamoRecordingStore(table, ROWS, events, clock);
    }

    DynamoUsageStore usage(Table table) {
        return new DynamoUsageStore(table, events);
    }

    DynamoShareUseStore shareUse(Table table) {
        return new DynamoShareUseStore(table, ROWS, events);
    }

    /** A new recording of this moment, kept for 30 days. */
    CallRecording recording() {
        return recording(Details.NONE);
    }

    CallRecording recording(Details details) {
        return recording(details, Retention.of(30, now()));
    }

    CallRecording recording(Details details, Retention retention) {
        return CallRecording.create(
                ACME, new RecordingId(ids.next()), details, retention, Placement.OWN, Intake.UNANNOUNCED);
    }

    static Details tagged(String... tags) {
        return details(Optional.empty(), Optional.empty(), Optional.empty(), tags);
    }

    static Details details(
            Optional<String> call, Optional<String> assistant, Optional<PhoneNumber> phoneNumber, String... tags) {
        return new Details(
                call.map(id -> new Reference(id, Optional.empty())),
                assistant.map(id -> new Reference(id, Optional.empty())),
                phoneNumber,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(tags),
                Optional.empty());
    }

    Job job(CallRecording recording) {
        return Job.ingest(new JobId(ids.next()), recording.tenant(), recording.id(), Actor.SWEEP, now())
                .readied(now().plusSeconds(60));
    }

    AudioVersion version(CallRecording recording, double duration) {
        var measures = new AudioMeasures(
                Format.WAV,
                "pcm_s16le",
                8000,
                0.1,
                2,
                duration,
                Quality.LOSSLESS,
                new Loudness(-23.1, 4, Optional.of(-1.5)),
                Optional.of(ChannelLayout.DUAL),
                List.of(12.5, 0.0),
                List.of(new Warning(Warning.Code.SILENT_CHANNEL, "Channel 1 is silent.")),
                Optional.of(new Signal(Math.round(duration * 8000), List.of(0.001, 0.0), List.of(false, true))));
        return new AudioVersion(
                1,
                new Provenance(Action.INGEST, Optional.empty(), Optional.empty(), now(), Actor.SWEEP),
                StoredAudio.planned(job(recording).result(1, Format.WAV), 7_852_238, "ab".repeat(32)),
                7_852_238,
                measures,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** A change with its event and nothing else. */
    Change change(CallRecording recording, EventName name) {
        return new Change(recording, List.of(), List.of(), List.of(event(recording, name)));
    }

    Event event(CallRecording recording, EventName name) {
        return new Event(
                ids.nextAfter(recording.history().lastEvent()),
                name,
                Actor.SWEEP,
                recording.jobs().latest(),
                List.of());
    }

    /** The tombstone of a recording, deleted now. */
    CallRecording tombstone(CallRecording recording, Stage stage) {
        var certificate = new Deletion(now(), Actor.SWEEP, Deletion.Reason.REQUEST, 1, List.of(), stage);
        return recording.tombstone(certificate, now());
    }

    Instant now() {
        return clock.instant();
    }
}
