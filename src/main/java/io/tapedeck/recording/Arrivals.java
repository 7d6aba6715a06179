package io.tapedeck.recording;

import io.tapedeck.recording.AudioStore.StoredObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Knows what to do with an object that has arrived in the bucket: whose recording it is, or that it is a new one. */
public final class Arrivals {
    private static final Logger LOG = System.getLogger(Arrivals.class.getName());

    private final Recordings recordings;
    private final RecordingStore store;
    private final JobQueue queue;
    private final AudioStore audio;
    private final RetentionPolicy retention;
    private final Function<String, String> metadata;

    /**
     * @param retention how long a recording that nobody created is kept
     * @param metadata from the name of such a file to its metadata as JSON text
     */
    public Arrivals(
            Recordings recordings,
            RecordingStore store,
            JobQueue queue,
            AudioStore audio,
            RetentionPolicy retention,
            Function<String, String> metadata) {
        this.recordings = recordings;
        this.store = store;
        this.queue = queue;
        this.audio = audio;
        this.retention = retention;
        this.metadata = metadata;
    }

    /**
     * Finds out whose the object is.
     *
     * @param millis when it was put there, in milliseconds since 1970
     */
    public Arrival arrived(ObjectKey key, long millis) {
        var tenant = key.uploadingTenant();
        if (tenant.isEmpty()) {
            return new Arrival.Ignored();
        }
        var object = audio.find(key);
        if (object.isEmpty()) {
            return new Arrival.Ignored();
        }
        return RecordingId.parse(key.uploadName())
                .flatMap(id -> store.find(tenant.get(), id))
                .map(known -> belongsTo(known, key))
                .orElseGet(() -> adopt(tenant.get(), object.get(), millis));
    }

    private Arrival belongsTo(CallRecording recording, ObjectKey key) {
        var ingest = recording.queue().stream()
                .limit(1)
                .flatMap(head -> store.job(recording.tenant(), recording.id(), head).stream())
                .filter(job -> job.action() == Job.Action.INGEST)
                .findFirst();
        if (ingest.isPresent()) {
            return new Arrival.Expected(
                    recording.tenant(), recording.id(), ingest.get().id());
        }
        switch (recording.status()) {
            case DELETED, COMPLETED, PROCESSING -> audio.delete(key);
            case FAILED -> LOG.log(Level.INFO, "{0} was uploaded to again, in vain", recording.id());
        }
        return new Arrival.Ignored();
    }

    /** A file of another name becomes a recording; moving it to the recording's own key makes it arrive again. */
    private Arrival adopt(TenantId tenant, StoredObject object, long millis) {
        var id = new RecordingId(Ulid.of(millis, digest(object.key() + object.etag())));
        if (store.find(tenant, id).isEmpty()) {
            store.commit(creation(tenant, id, object.key().uploadName()));
        }
        audio.copy(
                        object.key(),
                        object.etag(),
                        ObjectKey.upload(tenant, id),
                        "application/octet-stream",
                        Optional.empty())
                .ifPresent(_ -> audio.delete(object.key()));
        return new Arrival.Adopted(id);
    }

    private Change creation(TenantId tenant, RecordingId id, String name) {
        var now = recordings.now();
        var details = Details.of(List.of(), Optional.of(metadata.apply(name)));
        var recording = CallRecording.create(
                tenant, id, details, retention.of(Optional.empty(), id.created()), Intake.UNANNOUNCED);
        var deadline = now + Uploads.WINDOW.toSeconds();
        var job = Job.awaitingUpload(JobId.first(id), tenant, id, Actor.UPLOAD, now, deadline);
        return queue.create(recording, List.of(job));
    }

    private static byte[] digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an object that arrived means. */
    public sealed interface Arrival {
        /** It is the audio that a job waits for. */
        record Expected(TenantId tenant, RecordingId recording, JobId job) implements Arrival {}

        /** It became a recording and will arrive again under that one's key. */
        record Adopted(RecordingId recording) implements Arrival {}

        /** It belongs to nothing: gone, uploaded again, or for a recording that has been deleted. */
        record Ignored() implements Arrival {}
    }
}
