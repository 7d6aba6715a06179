package io.tapedeck.recording;

import java.util.List;
import java.util.Optional;

/**
 * An audio recording of a voice call.
 *
 * @param intake how the audio comes in; absent once it is there
 * @param audio the current version; absent before the first and on a tombstone
 * @param job the latest one
 * @param failure why there is no usable audio
 * @param deletion only on a tombstone
 * @param created seconds since 1970
 * @param updated seconds since 1970
 * @param lastEvent the latest event, which the next one must follow
 * @param revision counts the changes; what a writer has read must still hold when it writes
 */
public record CallRecording(
        TenantId tenant,
        RecordingId id,
        Status status,
        Details details,
        Retention retention,
        Optional<Intake> intake,
        Optional<AudioVersion> audio,
        Optional<Job> job,
        Usage usage,
        List<String> derivedFrom,
        Optional<Failure> failure,
        Optional<Deletion> deletion,
        long created,
        long updated,
        Ulid lastEvent,
        long revision) {

    /** Seconds that a tombstone is kept: 30 days. */
    public static final long TOMBSTONE_KEPT = 30 * 86_400;

    /** Seconds after which a deletion that is not through must have been abandoned. */
    private static final long DESTROYING_TAKES = 300;

    /** Seconds after a deletion at which no URL to upload to and no worker of the recording can be left. */
    private static final long LAST_LOOK = 2 * 86_400;

    public CallRecording {
        derivedFrom = List.copyOf(derivedFrom);
    }

    /** A new one without audio. */
    public static CallRecording create(
            TenantId tenant, RecordingId id, Details details, Retention retention, Intake intake) {
        return new CallRecording(
                tenant,
                id,
                Status.PROCESSING,
                details,
                retention,
                Optional.of(intake),
                Optional.empty(),
                Optional.empty(),
                Usage.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                id.created(),
                id.created(),
                id.ulid(),
                0);
    }

    /** The next second at which the sweep has something to do here. */
    public Optional<Long> due() {
        return switch (status) {
            case DELETED -> deletion.flatMap(CallRecording::dueOf);
            case PROCESSING, COMPLETED, FAILED -> retention.due();
        };
    }

    /** Whether it is a tombstone that nobody needs to see any more. */
    public boolean isForgotten(long now) {
        return deletion.filter(certificate -> certificate.at() + TOMBSTONE_KEPT <= now)
                .isPresent();
    }

    /** The same as of now, with what the caller says of it. */
    public CallRecording described(Details newDetails, Retention newRetention, long now) {
        return new CallRecording(
                tenant,
                id,
                status,
                newDetails,
                newRetention,
                intake,
                audio,
                job,
                usage,
                derivedFrom,
                failure,
                deletion,
                created,
                now,
                lastEvent,
                revision);
    }

    /** The same with another state of its latest job. */
    public CallRecording with(Job newJob, long now) {
        return new CallRecording(
                tenant,
                id,
                status,
                details,
                retention,
                intake,
                audio,
                Optional.of(newJob),
                usage,
                derivedFrom,
                failure,
                deletion,
                created,
                now,
                lastEvent,
                revision);
    }

    /** The same with another agreement on how its audio comes in. */
    public CallRecording with(Intake newIntake, long now) {
        return new CallRecording(
                tenant,
                id,
                status,
                details,
                retention,
                Optional.of(newIntake),
                audio,
                job,
                usage,
                derivedFrom,
                failure,
                deletion,
                created,
                now,
                lastEvent,
                revision);
    }

    /** The same with usable audio. */
    public CallRecording completed(AudioVersion version, Job done, long now) {
        return new CallRecording(
                tenant,
                id,
                Status.COMPLETED,
                details,
                retention,
                Optional.empty(),
                Optional.of(version),
                Optional.of(done),
                usage,
                derivedFrom,
                Optional.empty(),
                deletion,
                created,
                now,
                lastEvent,
                revision);
    }

    /** The same without usable audio, for good. */
    public CallRecording failed(Failure reason, Job done, long now) {
        return new CallRecording(
                tenant,
                id,
                Status.FAILED,
                details,
                retention,
                Optional.empty(),
                audio,
                Optional.of(done),
                usage,
                derivedFrom,
                Optional.of(reason),
                deletion,
                created,
                now,
                lastEvent,
                revision);
    }

    /** The same with its expiry announced. */
    public CallRecording expired(long now) {
        return described(details, retention.announced(), now);
    }

    /** What stays of it after deletion: nothing personal. */
    public CallRecording tombstone(Deletion certificate, long now) {
        var nothing = new Retention(Optional.empty(), Optional.empty(), Optional.empty(), false, false);
        return new CallRecording(
                tenant,
                id,
                Status.DELETED,
                Details.NONE,
                nothing,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Usage.NONE,
                List.of(),
                Optional.empty(),
                Optional.of(certificate),
                created,
                now,
                lastEvent,
                revision);
    }

    CallRecording committed(Ulid event) {
        return new CallRecording(
                tenant,
                id,
                status,
                details,
                retention,
                intake,
                audio,
                job,
                usage,
                derivedFrom,
                failure,
                deletion,
                created,
                updated,
                event,
                revision + 1);
    }

    /** The same with one more download. */
    public CallRecording downloaded(long now) {
        return new CallRecording(
                tenant,
                id,
                status,
                details,
                retention,
                intake,
                audio,
                job,
                new Usage(usage.downloadCount() + 1, Optional.of(now)),
                derivedFrom,
                failure,
                deletion,
                created,
                updated,
                lastEvent,
                revision);
    }

    private static Optional<Long> dueOf(Deletion certificate) {
        return switch (certificate.stage()) {
            case DESTROYING -> Optional.of(certificate.at() + DESTROYING_TAKES);
            case DESTROYED -> Optional.of(certificate.at() + LAST_LOOK);
            case CLOSED -> Optional.empty();
        };
    }
}
