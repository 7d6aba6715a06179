package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.ExportId;
import io.tapedeck.id.JobId;
import io.tapedeck.id.ShareId;

/** Who did something: {@code key:…}, {@code user:…}, {@code job:…}, {@code sweep}, {@code share:…}, {@code import:…}. */
public record Actor(String value) {
    public Actor {
        requireNonNull(value);
    }

    private static final String LINK = "share:";
    private static final String EXPORT = "export:";

    /** The schedule. */
    public static final Actor SWEEP = new Actor("sweep");

    /** Whoever put a file into the bucket without creating a recording first. */
    public static final Actor UPLOAD = new Actor("import:upload");

    /** The worker of a job. */
    public static Actor of(JobId job) {
        return new Actor("job:" + job);
    }

    /** An export of many recordings. */
    public static Actor of(ExportId export) {
        return new Actor(EXPORT + export);
    }

    /** Whoever fetches by its link what a job has exported. */
    public static Actor ofLink(JobId job) {
        return new Actor(LINK + job);
    }

    /** Whether it is an export of many recordings, or somebody who fetched what a job had exported. */
    public boolean isOfExport() {
        return value.startsWith(EXPORT)
                || value.startsWith(LINK)
                        && JobId.parse(value.substring(LINK.length())).isPresent();
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
