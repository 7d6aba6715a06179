package io.tapedeck.recording;

import java.util.List;

/** Tells states of a recording apart as callers see them. */
@FunctionalInterface
public interface VisibleState {
    /** Names of the properties that differ, in alphabetical order, beside those of the recording's life and its jobs. */
    List<String> changed(CallRecording before, CallRecording after);
}
