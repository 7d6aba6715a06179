package io.tapedeck.work;

import io.tapedeck.audio.Plan;
import io.tapedeck.drop.DropLayouts;
import io.tapedeck.drop.DroppedCall;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Sha256;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.RetentionPolicy;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.Places;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.work.DroppedTranscripts.Told;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Knows what to do with an object that has arrived in the bucket: whose recording it is, or that it is a new one. */
public final class Arrivals {
    private static final Logger LOG = System.getLogger(Arrivals.class.getName());

    private final RecordingStore store;
    private final JobQueue queue;
    private final UploadStore uploads;
    private final RetentionPolicy retention;
    private final Places places;
    private final DropLayouts layouts;
    private final DroppedTranscripts transcripts;
    private final Function<Map<String, String>, String> metadata;

    /**
     * @param retention how long a recording that nobody created is kept
     * @param layouts of the keys that tell something of the call
     * @param transcripts takes those that are dropped
     * @param metadata from what is known of such a file by name to its metadata as JSON text
     */
    public Arrivals(
            RecordingStore store,
            JobQueue queue,
            UploadStore uploads,
            RetentionPolicy retention,
            Places places,
            DropLayouts layouts,
            DroppedTranscripts transcripts,
            Function<Map<String, String>, String> metadata) {
        this.store = store;
        this.queue = queue;
        this.uploads = uploads;
        this.retention = retention;
        this.places = places;
        this.layouts = layouts;
        this.transcripts = transcripts;
        this.metadata = metadata;
    }

    /**
     * Finds out whose the object is.
     *
     * @param put when it was put there
     */
    public Arrival arrived(ObjectKey key, Instant put) {
        if (!key.isUpload()) {
            return new Arrival.Ignored();
        }
        return uploads.find(key)
                .filter(object -> object.size() > 0 || !key.isFolder())
                .map(object -> arrived(object, put))
                .orElseGet(Arrival.Ignored::new);
    }

    private Arrival arrived(StoredObject object, Instant put) {
        var key = object.key();
        var tenant = key.uploadingTenant();
        if (tenant.isEmpty()) {
            return reject(object, key.uploadName().isEmpty() ? Reason.NO_TENANT : Reason.BAD_TENANT);
        }
        var known = key.uploadedRecording().flatMap(id -> store.find(tenant.get(), id));
        if (known.isPresent()) {
            return belongsTo(known.get(), object);
        } else if (key.isAdopted() || key.isAwaiting()) {
            // its recording is about to be written, or the audio of its call
            return new Arrival.Ignored();
        } else if (key.uploadName().isEmpty()) {
            return reject(object, Reason.NO_NAME);
        }
        if (object.size() > Plan.MAX_SIZE) {
            return new Arrival.Rejected(Reason.TOO_LARGE);
        }
        var call = layouts.read(key.uploadName());
        return call.transcript()
                ? said(tenant.get(), call.call().orElseThrow(), object)
                : adopt(tenant.get(), object, put, call);
    }

    private Arrival said(TenantId tenant, String call, StoredObject object) {
        return switch (transcripts.arrived(tenant, call, object)) {
            case Told.Taken(var recording) -> {
                uploads.delete(object.key(), object.etag());
                yield new Arrival.Transcribed(recording);
            }
            case Told.Waiting() -> {
                uploads.delete(object.key(), object.etag());
                yield new Arrival.Waiting();
            }
            case Told.Unwanted(var why) -> reject(object, why);
            case Told.Gone() -> new Arrival.Ignored();
        };
    }

    private Arrival belongsTo(CallRecording recording, StoredObject object) {
        var key = object.key();
        var ingest = recording.jobs().queue().stream()
                .limit(1)
                .flatMap(head -> store.job(recording.tenant(), recording.id(), head).stream())
                .filter(Job::isIngest)
                .findFirst();
        if (ingest.isPresent()) {
            var awaited = recording.intake().map(intake -> intake.object(recording));
            return awaited.filter(place -> !place.equals(key)).isPresent()
                    ? reject(object, Reason.NOT_AWAITED)
                    : new Arrival.Expected(recording, ingest.get());
        }
        switch (recording.lifecycle().status()) {
            case DELETED, COMPLETED, PROCESSING -> uploads.delete(key);
            case FAILED -> LOG.log(Level.INFO, "another upload for {0} was ignored", recording.id());
        }
        return new Arrival.Ignored();
    }

    /**
     * A file of another name becomes a recording. First it is put where nobody overwrites it, so that there is no recording
     * without its audio; if it was overwritten before that, what is there now will arrive by itself.
     */
    private Arrival adopt(TenantId tenant, StoredObject object, Instant put, DroppedCall call) {
        var id = new RecordingId(Ulid.of(put, digest(object.key() + object.etag())));
        if (store.find(tenant, id).isEmpty()) {
            if (!uploads.copy(object, ObjectKey.adopted(tenant, id))) {
                return new Arrival.Ignored();
            }
            store.commit(creation(tenant, id, object.key().uploadName(), call));
        }
        uploads.delete(object.key(), object.etag());
        return new Arrival.Adopted(id);
    }

    /** What cannot become a recording is kept for a while for whoever misses it. */
    private Arrival reject(StoredObject object, Reason reason) {
        if (!uploads.copy(object, object.key().rejected())) {
            return new Arrival.Ignored();
        }
        uploads.delete(object.key(), object.etag());
        return new Arrival.Rejected(reason);
    }

    private Change creation(TenantId tenant, RecordingId id, String name, DroppedCall call) {
        var known = new LinkedHashMap<>(Map.of("fileName", name));
        call.direction().ifPresent(direction -> known.put("direction", direction));
        var details = call.details(metadata.apply(known));
        var kept = retention.of(Optional.empty(), id.created());
        var recording =
                CallRecording.create(tenant, id, details, kept, Placement.in(places.standard(tenant)), Intake.ADOPTED);
        return queue.create(recording, List.of(Job.ingest(JobId.first(id), tenant, id, Actor.UPLOAD, id.created())));
    }

    private static byte[] digest(String text) {
        return Arrays.copyOf(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)), 10);
    }

    /** Why an object cannot become a recording. */
    public enum Reason {
        NO_TENANT("its key has no tenant; it must begin with uploads/{tenant}/"),
        BAD_TENANT("its key has an invalid tenant"),
        NO_NAME("its key has no name after the tenant"),
        NOT_AWAITED("its key is that of a recording whose audio is expected elsewhere"),
        TOO_LARGE("it is larger than 5 GiB; it stays where it is until it expires"),
        UNREADABLE("it should hold what was said, but is no transcript in a known form, or larger than 16 MiB"),
        TRANSCRIBED("it holds what was said in a call whose recording has a transcript, or for which one waits"),
        CHANGED("it holds what was said in a call whose recording has other audio by now"),
        AMBIGUOUS("it holds what was said in a call that has several recordings");

        private final String why;

        Reason(String why) {
            this.why = why;
        }

        /** In words, without what callers named. */
        public String why() {
            return why;
        }
    }

    /** What an object that arrived means. */
    public sealed interface Arrival {
        /** It is the audio that a job waits for. */
        record Expected(CallRecording recording, Job job) implements Arrival {}

        /** It became a recording, whose job will be told of like any other. */
        record Adopted(RecordingId recording) implements Arrival {}

        /** It became the transcript of a recording. */
        record Transcribed(RecordingId recording) implements Arrival {}

        /** It will become the transcript of a recording whose audio is still to come. */
        record Waiting() implements Arrival {}

        /** It cannot become a recording, and was moved away if it can be. */
        record Rejected(Reason reason) implements Arrival {}

        /** It belongs to nothing: gone, uploaded again, or for a recording that has been deleted. */
        record Ignored() implements Arrival {}
    }
}
