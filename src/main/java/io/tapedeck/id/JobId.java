package io.tapedeck.id;

import java.util.Optional;

/** {@code job_} and a ULID: jobs sort by the time at which they were accepted. */
public record JobId(Ulid ulid) {
    private static final String PREFIX = "job_";

    /** Empty where the text is no job's id. */
    public static Optional<JobId> parse(String text) {
        return text.startsWith(PREFIX)
                ? Ulid.parse(text.substring(PREFIX.length())).map(JobId::new)
                : Optional.empty();
    }

    /** The id of a recording's first job. */
    public static JobId first(RecordingId recording) {
        return new JobId(recording.ulid().next());
    }

    /** The name of all that its workers keep for each other until it is over, before the extension. */
    public String keptName() {
        return ulid + "-kept";
    }

    @Override
    public String toString() {
        return PREFIX + ulid;
    }
}
