package io.tapedeck.recording;

import java.util.List;

/** What the clock must touch, by the hour, so that finding it costs what is due and not what exists. */
public interface Agenda {
    /** The first hour, in hours since 1970, that may hold something due. */
    long watermark();

    /** Says that nothing is left to do before the given hour. Never moves back. */
    void advance(long hour);

    /**
     * What came due in an hour, up to now, in the order of time. What has been dealt with is no longer in it.
     *
     * @param hour hours since 1970
     * @param now seconds since 1970
     * @param limit how many at most
     */
    List<Due> due(long hour, long now, int limit);

    /** Something that is due. */
    sealed interface Due {
        /** A recording to expire, to delete or to look at a last time. */
        record DueRecording(TenantId tenant, RecordingId recording) implements Due {}

        /** A job whose audio never came, whose worker is gone, or whose next attempt is to start. */
        record DueJob(TenantId tenant, RecordingId recording, JobId job) implements Due {}
    }
}
