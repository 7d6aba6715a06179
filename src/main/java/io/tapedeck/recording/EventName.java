package io.tapedeck.recording;

import io.tapedeck.id.WireNames;

/** What can happen to a recording. */
public enum EventName {
    CREATED,
    PROCESSING,
    COMPLETED,
    FAILED,
    UPDATED,
    DELETED,
    DOWNLOADED,
    TRANSCRIBED,
    ANALYZED,
    REDACTED,
    COMPRESSED,
    EXPIRED,
    AUTO_DELETED;

    /** As CloudEvents' {@code type}. */
    public String type() {
        return "recording." + this;
    }

    @Override
    public String toString() {
        return WireNames.camel(this);
    }
}
