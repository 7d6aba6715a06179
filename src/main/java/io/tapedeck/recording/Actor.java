package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.JobId;
import io.tapedeck.id.ShareId;

/** Who did something: {@code key:…}, {@code user:…}, {@code job:…}, {@code sweep}, {@code share:…}, {@code import:…}. */
public record Actor(String value) {
    public Actor {
        requireNonNull(value);
    }

    /** The schedule. */
    public static final Actor SWEEP = new Actor("sweep");

    /** Whoever put a file into the bucket without creating a recording first. */
    public static final Actor UPLOAD = new Actor("import:upload");

    /** The worker of a job. */
    public static Actor of(JobId job) {
        return new Actor("job:" + job);
    }

    /** Whoever opens a share. */
    public static Actor of(ShareId share) {
        return new Actor("share:" + share);
    }

    @Override
    public String toString() {
        return value;
    }
}
