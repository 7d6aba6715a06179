package io.tapedeck.audio.measure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.WireNames;

/** Something that is wrong with audio which could be taken nevertheless. */
public record Warning(Code code, String message) {
    public Warning {
        requireNonNull(code);
        requireNonNull(message);
    }

    /** What can be wrong. */
    public enum Code {
        TRUNCATED,
        SILENT,
        SILENT_CHANNEL,
        DUPLICATED_CHANNELS,
        CROSS_TALK,
        CLIPPED,
        DURATION_MISMATCH,
        DC_OFFSET,
        /** Rate or channels are not the same throughout. */
        FORM_CHANGE,
        /** The channels were tracks of the file. */
        TRACKS_AS_CHANNELS,
        /** The file holds more sound, which could not be taken. */
        LEFT_OUT;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }
}
